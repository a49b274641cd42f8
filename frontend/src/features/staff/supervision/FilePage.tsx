import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import type { EfficiencyFile } from '@/api/generated';
import {
  getEfficiencyFileOfDepartmentOptions,
  getEfficiencyFileOfPersonOptions,
  getOwnEfficiencyFileOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { DateTime, Empty, Loading, Name, Problem } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { Period, usePeriod } from '../attendance/Period';
import list from '../List.module.css';
import ratings from '../ratings/Ratings.module.css';
import { CardMessages } from './CardMessages';
import { CardList } from './cardWords';
import styles from '../Record.module.css';
import { AttendanceSection, RatingSection, WorkSection } from './WorkSection';

const FIGURES = [
  'points',
  'warnings',
  'yellow',
  'red',
  'open',
  'withdrawn',
  'talksCalled',
  'talksHeld',
  'handedOver',
] as const;

function File({
  title,
  lead,
  found,
  period,
  own = false,
}: {
  title: string;
  lead: string;
  found: UseQueryResult<EfficiencyFile, unknown>;
  period: ReturnType<typeof usePeriod>;
  own?: boolean;
}) {
  const { t } = useTranslation(['cards', 'common']);
  usePageTitle(title, t('common:site.name'));
  const file = found.data;
  return (
    <div className={`wrap ${list.page} ${styles.page}`}>
      {!own && (
        <p>
          <Link href="/staff/cards">{t('list.title')}</Link>
        </p>
      )}
      <h1>{title}</h1>
      <p className="lead">
        {file?.person && !own && <Name of={file.person} />}
        {file?.department && <Name of={file.department} />}
        {!own && file && t('file.colon')}
        {lead}
      </p>
      {own && <CardMessages />}
      <Period period={period} from={file?.from} to={file?.to} />
      {found.error !== null && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.isPending && <Loading lines={8} />}
      {file && (
        <>
          <dl className={ratings.figures}>
            {FIGURES.map((figure) => (
              <div key={figure}>
                <dt>{t(`file.${figure}`)}</dt>
                <dd>{file.tally[figure]}</dd>
              </div>
            ))}
          </dl>
          <p className="quiet">
            {t('file.howCounted')} <DateTime value={file.from} as="date" /> –{' '}
            <DateTime value={file.to} as="date" />
          </p>
          <WorkSection file={file} own={own} />
          <AttendanceSection file={file} own={own} />
          {file.department && <RatingSection file={file} />}
          <h2>{t('file.cards')}</h2>
          {file.cards.length === 0 ? (
            <Empty title={t('file.none')} />
          ) : (
            <CardList cards={file.cards} />
          )}
          {file.moreCards && <p>{t('file.more')}</p>}
        </>
      )}
    </div>
  );
}

/** 我的效能档案: what stands about oneself, and where one answers it. */
export function OwnFilePage() {
  const { t } = useTranslation('cards');
  const period = usePeriod();
  const found = useQuery({
    ...getOwnEfficiencyFileOptions({ query: period.query }),
    staleTime: 0,
  });
  return (
    <File title={t('file.mine')} lead={t('file.mineLead')} found={found} period={period} own />
  );
}

export function PersonFilePage() {
  const { t } = useTranslation('cards');
  const { account = '' } = useParams<{ account: string }>();
  const period = usePeriod();
  const found = useQuery({
    ...getEfficiencyFileOfPersonOptions({
      path: { account: decodeURIComponent(account) },
      query: period.query,
    }),
    staleTime: 0,
  });
  return <File title={t('file.person')} lead={t('file.lead')} found={found} period={period} />;
}

export function DepartmentFilePage() {
  const { t } = useTranslation('cards');
  const { code = '' } = useParams<{ code: string }>();
  const period = usePeriod();
  const found = useQuery({
    ...getEfficiencyFileOfDepartmentOptions({
      path: { department: decodeURIComponent(code) },
      query: period.query,
    }),
    staleTime: 0,
  });
  return <File title={t('file.department')} lead={t('file.lead')} found={found} period={period} />;
}
