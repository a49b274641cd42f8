import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { listProjectPathsOptions } from '@/api/generated/@tanstack/react-query.gen';
import type { ProjectPath } from '@/api/generated';
import {
  Bilingual,
  Button,
  ButtonLink,
  Empty,
  ErrorSummary,
  Loading,
  Name,
  Problem,
  TextField,
  useNameText,
} from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from './Project.module.css';
import { pageOf } from './ticket';

function Path({ path }: { path: ProjectPath }) {
  const { t } = useTranslation('project');
  const nameText = useNameText();
  const names = new Map(path.phases.map((phase) => [phase.code, nameText(phase)]));
  return (
    <section className={styles.path} aria-labelledby={`path-${path.code}`}>
      <h2 id={`path-${path.code}`}>
        <Name of={path} />
      </h2>
      {path.summary && (
        <p>
          <Bilingual chinese={path.summary} english={path.summaryEn} />
        </p>
      )}
      <ol role="list" className={styles.way}>
        {path.phases.map((phase) => (
          <li key={phase.code}>
            <h3>
              <Name of={phase} />
            </h3>
            {phase.leadDepartment && (
              <p className="quiet">
                {t('phase.lead')} <Name of={phase.leadDepartment} />
              </p>
            )}
            <p className="quiet">
              {phase.needs.length === 0
                ? t('paths.atOnce')
                : t('paths.after', {
                    phases: phase.needs
                      .map((need) => names.get(need.phase) ?? need.phase)
                      .join(t('list.comma')),
                  })}
            </p>
            <p>
              <a href={`/themes/${phase.themeCode}`}>{t('paths.takes')}</a>
            </p>
          </li>
        ))}
      </ol>
      <p className="no-print">
        <ButtonLink href={`/projects/register?path=${path.code}`}>{t('paths.register')}</ButtonLink>
      </p>
    </section>
  );
}

/** A project by its code: everybody's page; with the tracking code, its applicant's. */
function Find() {
  const { t } = useTranslation(['project', 'casework']);
  const [, navigate] = useLocation();
  const [project, setProject] = useState('');
  const [tracking, setTracking] = useState('');
  const [attempt, setAttempt] = useState(0);
  const missing = attempt > 0 && !project.trim() ? t('find.missing') : undefined;
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        if (project.trim()) navigate(pageOf(project.trim(), tracking.trim()));
      }}
    >
      <h2>{t('find.title')}</h2>
      <p>{t('find.lead')}</p>
      <ErrorSummary
        errors={missing ? [{ fieldId: 'project-code', text: missing }] : []}
        attempt={attempt}
      />
      <TextField
        id="project-code"
        label={t('project.code')}
        error={missing}
        value={project}
        onChange={(event) => setProject(event.target.value)}
        autoComplete="off"
        maxLength={40}
        width="medium"
      />
      <TextField
        id="project-tracking"
        label={t('casework:receipt.trackingCode')}
        optional
        value={tracking}
        onChange={(event) => setTracking(event.target.value)}
        autoComplete="off"
        maxLength={40}
        width="medium"
      />
      <Button type="submit">{t('casework:track.find')}</Button>
    </form>
  );
}

/** The ways investment projects go, registering one and finding one. */
export function ProjectsPage() {
  const { t } = useTranslation(['project', 'common']);
  usePageTitle(t('paths.title'), t('common:site.name'));
  const paths = useQuery({ ...listProjectPathsOptions(), staleTime: 60_000 });
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('paths.title')}</h1>
      <p className={`lead ${styles.lead}`}>{t('paths.lead')}</p>
      {paths.isPending && <Loading lines={8} />}
      {paths.error && (
        <Problem problem={toProblem(paths.error)} onRetry={() => void paths.refetch()} />
      )}
      {paths.data?.length === 0 && <Empty title={t('paths.none')} />}
      {paths.data?.map((path) => (
        <Path key={path.code} path={path} />
      ))}
      <Find />
    </div>
  );
}
