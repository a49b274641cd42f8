import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Project } from '@/api/generated';
import { Bilingual, DateTime, Tag } from '@/components';
import styles from './Project.module.css';

/** What a project is, and in one line where it stands. */
export function Overview({ project, children }: { project: Project; children?: ReactNode }) {
  const { t } = useTranslation('project');
  const decided = project.phases.filter((phase) => phase.state === 'decided').length;
  return (
    <header className={styles.head}>
      <h1 lang="zh-CN">{project.name}</h1>
      {project.givenUpAt && project.givenUpWhy ? (
        <p>
          <Tag>{t('givingUp.state')}</Tag> <DateTime value={project.givenUpAt} as="date" /> ·{' '}
          {t(`givingUp.whys.${project.givenUpWhy}`)}
        </p>
      ) : (
        <p>
          <Tag tone={project.state === 'completed' ? 'good' : 'blue'}>
            {t(`projectState.${project.state}`)}
          </Tag>{' '}
          {t('project.decided', { decided, all: project.phases.length })}
        </p>
      )}
      {project.trouble && <p className={styles.trouble}>{t('project.trouble')}</p>}
      <dl className={styles.facts}>
        <div>
          <dt>{t('project.code')}</dt>
          <dd className={styles.figures}>{project.projectCode}</dd>
        </div>
        <div>
          <dt>{t('project.path')}</dt>
          <dd>
            <Bilingual chinese={project.pathName} english={project.pathNameEn} />
          </dd>
        </div>
        <div>
          <dt>{t('project.registered')}</dt>
          <dd>
            <DateTime value={project.registeredAt} as="date" />
          </dd>
        </div>
      </dl>
      {children}
    </header>
  );
}
