import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { getProjectFileOptions } from '@/api/generated/@tanstack/react-query.gen';
import type { ProjectFile } from '@/api/generated';
import { Bilingual, DateTime, Loading, Problem, Tag } from '@/components';
import { Phases } from '@/components/project';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from './Project.module.css';

const EVERY = 30_000;

function Shown({ file }: { file: ProjectFile }) {
  const { t } = useTranslation('project');
  const { project } = file;
  const applications = new Map(
    project.phases.map((phase) => [
      phase.code,
      phase.applications.filter((one) => file.readable.includes(one.jointNumber)),
    ]),
  );
  return (
    <>
      <h1 lang="zh-CN">{project.name}</h1>
      <p>
        <Tag tone={project.state === 'completed' ? 'good' : 'blue'}>
          {t(`projectState.${project.state}`)}
        </Tag>{' '}
        {project.trouble && <Tag tone="bad">{t('desk.trouble')}</Tag>}
      </p>
      <p className="quiet">
        {project.projectCode} · <span lang="zh-CN">{file.applicantMasked}</span> ·{' '}
        <Bilingual chinese={project.pathName} english={project.pathNameEn} /> ·{' '}
        {t('project.registered')} <DateTime value={project.registeredAt} as="date" />
      </p>
      <h2>{t('project.phases')}</h2>
      <Phases
        phases={project.phases}
        beneath={({ code }) =>
          (applications.get(code) ?? []).map((one) => (
            <p key={one.jointNumber} className={styles.joint}>
              <Link href={`/staff/joint/${one.jointNumber}`}>{t('desk.joint')}</Link>{' '}
              <span className="quiet">{one.jointNumber}</span>
            </p>
          ))
        }
      />
    </>
  );
}

/** One project: the lead department sees what has been decided before it and what comes. */
export function ProjectPage() {
  const { t } = useTranslation(['project', 'common']);
  const { code = '' } = useParams<{ code: string }>();
  const file = useQuery({
    ...getProjectFileOptions({ path: { projectCode: code } }),
    refetchInterval: EVERY,
    staleTime: 0,
  });
  usePageTitle(file.data?.project.name ?? t('desk.title'), t('common:site.name'));
  return (
    <div className={`wrap ${styles.page}`}>
      <p className="small">
        <Link href="/staff/projects">{t('desk.title')}</Link>
      </p>
      {file.isPending && <Loading lines={10} />}
      {file.error && (
        <Problem problem={toProblem(file.error)} onRetry={() => void file.refetch()} />
      )}
      {file.data && <Shown file={file.data} />}
    </div>
  );
}
