import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { getProjectOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Loading, Problem, Section } from '@/components';
import { Phases } from '@/components/project';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { Overview } from './Overview';
import styles from './Project.module.css';

/** What everybody may see of a project. */
export function OpenPage() {
  const { t } = useTranslation(['project', 'common']);
  const { code = '' } = useParams<{ code: string }>();
  const project = useQuery({
    ...getProjectOptions({ path: { projectCode: code } }),
    staleTime: 10_000,
  });
  usePageTitle(project.data?.name ?? t('find.title'), t('common:site.name'));
  const problem = project.error ? toProblem(project.error) : undefined;
  const unknown = problem?.status === 404 || problem?.status === 400;
  return (
    <div className={`wrap ${styles.page}`}>
      <p className="small">
        <Link href="/projects">{t('paths.title')}</Link>
      </p>
      {!project.data && <h1>{t('find.title')}</h1>}
      {project.isPending && <Loading lines={10} />}
      {problem &&
        (unknown ? (
          <p role="alert">{t('find.unknown')}</p>
        ) : (
          <Problem problem={problem} onRetry={() => void project.refetch()} />
        ))}
      {project.data && (
        <>
          <Overview project={project.data} />
          <Section id="phases" title={t('project.phases')} wide>
            <Phases phases={project.data.phases} />
          </Section>
          <p className="quiet">{t('project.public')}</p>
        </>
      )}
    </div>
  );
}
