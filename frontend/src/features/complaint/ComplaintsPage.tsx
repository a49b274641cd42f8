import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ComplaintAnswer, ComplaintFigures } from '@/api/generated';
import {
  getComplaintDutyOptions,
  getComplaintFiguresOptions,
  listComplaintAnswersInfiniteOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import {
  ButtonLink,
  DateTime,
  Empty,
  KeyFacts,
  Loading,
  More,
  Name,
  Problem,
  SearchForm,
  Tag,
} from '@/components';
import { PAGED, useFilters } from '@/lib/filters';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from './Complaint.module.css';
import { EarlierFigures } from './EarlierFigures';

const MINUTES_OF_AN_HOUR = 60;
const MINUTES_OF_A_DAY = 1440;

/** A length of time as one says it: minutes, then hours, then days. */
function useTaken() {
  const { t } = useTranslation('complaint');
  return (minutes: number) =>
    minutes < MINUTES_OF_AN_HOUR * 3
      ? t('taken.minutes', { count: minutes })
      : minutes < MINUTES_OF_A_DAY * 2
        ? t('taken.hours', { count: Math.round(minutes / MINUTES_OF_AN_HOUR) })
        : t('taken.days', { count: Math.round(minutes / MINUTES_OF_A_DAY) });
}

function Figures({ of }: { of: ComplaintFigures }) {
  const { t } = useTranslation('complaint');
  const taken = useTaken();
  const rate = (part: number, whole: number) =>
    whole === 0 ? t('figures.none') : `${Math.round((part / whole) * 1000) / 10}%`;
  const share = (label: string, part: number, whole: number) => ({
    label,
    value: rate(part, whole),
    note: t('figures.of', { part, whole }),
  });
  return (
    <KeyFacts
      facts={[
        share(t('figures.replied'), of.replied, of.received),
        share(t('figures.onTime'), of.onTime, of.decidable),
        share(t('figures.closed'), of.closed, of.received),
        share(t('figures.satisfied'), of.satisfied, of.rated),
        ...(of.medianMinutes === undefined
          ? []
          : [
              {
                label: t('figures.median'),
                value: taken(of.medianMinutes),
                note: t('figures.ninetieth', { taken: taken(of.ninetiethMinutes ?? 0) }),
              },
            ]),
        share(t('figures.fixed'), of.fixed, of.calledBack),
      ]}
    />
  );
}

function Duty() {
  const { t } = useTranslation('complaint');
  const duty = useQuery(getComplaintDutyOptions());
  const today = duty.data?.find((each) => each.today);
  return (
    <>
      {duty.isPending && <Loading lines={2} />}
      {duty.data && (
        <p className="lead">
          {today ? (
            <>
              {t('duty.today')}
              <Name of={today} />
            </>
          ) : (
            t('duty.nobody')
          )}
        </p>
      )}
      <ul>
        {duty.data
          ?.filter((each) => !each.today)
          .map((each) => (
            <li key={each.day}>
              <DateTime value={each.day} as="date" /> <Name of={each} />
            </li>
          ))}
      </ul>
    </>
  );
}

function Answer({ of }: { of: ComplaintAnswer }) {
  const { t } = useTranslation(['complaint', 'earlier']);
  return (
    <li>
      <h3 lang="zh-CN">{of.title}</h3>
      <p lang="zh-CN">{of.question}</p>
      <p lang="zh-CN" className={styles.answer}>
        {of.answer}
      </p>
      <div className={`${styles.ways} quiet small`}>
        <Tag>{t(`kind.${of.kind}`)}</Tag>
        {of.earlier && <Tag>{t('earlier:earlier')}</Tag>}
        {of.department && <Name of={of.department} />}
        <span>
          {t('answers.received')} <DateTime value={of.receivedOn} as="date" />
        </span>
        <span>
          {t('answers.replied')} <DateTime value={of.repliedOn} as="date" />
        </span>
        {of.grade && <span>{t(`grade.${of.grade}`)}</span>}
      </div>
    </li>
  );
}

function Answers() {
  const { t } = useTranslation('complaint');
  const { text, put } = useFilters();
  const q = text('q');
  const found = useInfiniteQuery({
    ...listComplaintAnswersInfiniteOptions({ query: { ...(q && { q }), limit: 20 } }),
    ...PAGED,
  });
  const answers = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <SearchForm
        q={q}
        onFind={(typed) => put('q', typed)}
        label={t('answers.search')}
        find={t('answers.find')}
        maxLength={200}
      />
      {found.isPending && <Loading lines={6} />}
      {found.error && <Problem problem={toProblem(found.error)} />}
      {found.data && (
        <p role="status" className="quiet">
          {t('answers.count', { count: found.data.pages[0]?.total ?? 0 })}
        </p>
      )}
      {found.data && answers.length === 0 && <Empty title={t('answers.none')} />}
      {answers.length > 0 && (
        <ul role="list" className={styles.list}>
          {answers.map((each) => (
            <Answer key={each.id} of={each} />
          ))}
        </ul>
      )}
      <More of={found} />
    </>
  );
}

/** What people said and what was answered, how fast, and who is on duty today. */
export function ComplaintsPage() {
  const { t } = useTranslation(['complaint', 'common']);
  const figures = useQuery(getComplaintFiguresOptions());
  usePageTitle(t('title'), t('common:site.name'));
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <div className={styles.ways}>
        <ButtonLink href="/complaints/new">{t('toNew')}</ButtonLink>
        <ButtonLink look="secondary" href="/complaints/track">
          {t('toTrack')}
        </ButtonLink>
        <Link href="/report">{t('toReport')}</Link>
      </div>
      <h2>{t('figures.title')}</h2>
      {figures.isPending && <Loading lines={3} />}
      {figures.error && <Problem problem={toProblem(figures.error)} />}
      {figures.data && <Figures of={figures.data} />}
      <EarlierFigures />
      <h2>{t('duty.title')}</h2>
      <Duty />
      <h2>{t('answers.title')}</h2>
      <Answers />
    </div>
  );
}
