import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { getFlowOptions, getPowerItemOptions } from '@/api/generated/@tanstack/react-query.gen';
import type { PowerItem } from '@/api/generated';
import { useApplicant } from '@/api/useApplicant';
import { ButtonLink, Loading, Name, Problem } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { ApplyForm } from './ApplyForm';
import styles from './ApplyPage.module.css';
import { isHandledLocally } from './RegionField';

/** 依职权: the department acts of its own accord, nobody applies. */
const EX_OFFICIO = new Set(['penalty', 'coercion', 'inspection', 'levy']);

/** Why nobody can apply for it now. */
function Closed({ item }: { item: PowerItem }) {
  const { t } = useTranslation(['casework', 'common']);
  const why =
    item.status === 'cancelled'
      ? 'cancelled'
      : item.status === 'suspended'
        ? 'suspended'
        : 'exOfficio';
  usePageTitle(t(`closed.${why}.title`), t('common:site.name'));
  return (
    <div className={`wrap ${styles.closed}`}>
      <h1>{t(`closed.${why}.title`)}</h1>
      <p className="lead">
        <Name of={item} />
      </p>
      <p>{t(`closed.${why}.text`)}</p>
      {item.statusReason && <p lang="zh-CN">{item.statusReason}</p>}
      <ButtonLink href={`/services/${encodeURIComponent(item.code)}`}>
        {t('closed.toItem')}
      </ButtonLink>
    </div>
  );
}

function Gone() {
  const { t } = useTranslation(['casework', 'common']);
  usePageTitle(t('closed.gone.title'), t('common:site.name'));
  return (
    <div className={`wrap ${styles.closed}`}>
      <h1>{t('closed.gone.title')}</h1>
      <p className="lead">{t('closed.gone.text')}</p>
      <Link href="/services">{t('closed.toServices')}</Link>
    </div>
  );
}

export function ApplyPage() {
  const { code = '' } = useParams<{ code: string }>();
  const item = useQuery({ ...getPowerItemOptions({ path: { code } }), staleTime: 60_000 });
  const flow = useQuery({ ...getFlowOptions({ path: { code } }), staleTime: 60_000 });
  const applicant = useApplicant();
  if (item.isPending || flow.isPending || applicant.status === 'waiting') {
    return (
      <div className={`wrap ${styles.waiting}`}>
        <Loading lines={10} />
      </div>
    );
  }
  const error = item.error ?? flow.error;
  if (error) {
    const problem = toProblem(error);
    return problem.status === 404 ? (
      <Gone />
    ) : (
      <div className={`wrap ${styles.waiting}`}>
        <Problem
          problem={problem}
          onRetry={() => {
            void item.refetch();
            void flow.refetch();
          }}
        />
      </div>
    );
  }
  if (!item.data) return null;
  if (item.data.status !== 'inForce' || EX_OFFICIO.has(item.data.category)) {
    return <Closed item={item.data} />;
  }
  return (
    <ApplyForm
      key={code + applicant.status}
      item={item.data}
      needsTownship={isHandledLocally(flow.data)}
      profile={applicant.status === 'known' ? applicant.profile : undefined}
    />
  );
}
