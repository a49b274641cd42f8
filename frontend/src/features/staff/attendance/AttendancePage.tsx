import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, Link } from 'wouter';
import { newIdempotencyKey } from '@/api/setup';
import { type AttendanceOfPerson, signAttendance } from '@/api/generated';
import {
  getAttendanceOfPersonOptions,
  getOwnAttendanceOptions,
  listOwnContestsInfiniteOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { Bilingual, Button, DateTime, Loading, More, Name, Problem } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import { ContestList } from './ContestList';
import { Days } from './Days';
import { Period, usePeriod } from './Period';
import { StateTag, Tally } from './words';
import styles from './Attendance.module.css';

/** 签到、签退: one button, and how today stands. */
function SignToday({ found, onSigned }: { found: AttendanceOfPerson; onSigned: () => void }) {
  const { t } = useTranslation('attendance');
  const [key, setKey] = useState(newIdempotencyKey);
  const sign = useMutation({
    mutationFn: () =>
      signAttendance({
        headers: { 'Idempotency-Key': key },
        body: { kind: found.next },
        throwOnError: true,
      }),
    onSettled: () => {
      setKey(newIdempotencyKey());
      onSigned();
    },
  });
  const today = found.days[0];
  return (
    <div className={styles.sign}>
      {found.place && (
        <p className="quiet">
          <Bilingual chinese={found.place} english={found.placeEn} />
        </p>
      )}
      {today && (
        <p role="status">
          {t('today')} <StateTag state={today.state} />
          {today.opens && today.closes && (
            <>
              {' '}
              <DateTime value={today.opens} as="time" /> –{' '}
              <DateTime value={today.closes} as="time" />
            </>
          )}
        </p>
      )}
      <Button size="large" busy={sign.isPending} onClick={() => sign.mutate()}>
        {t(found.next === 'in' ? 'signIn' : 'signOut')}
      </Button>
      {today?.signs.at(-1) && (
        <p className="quiet">
          {t('last')} {t(`kind.${today.signs.at(-1)!.kind}`)}{' '}
          <DateTime value={today.signs.at(-1)!.at} as="time" />
        </p>
      )}
      {!found.expectedToday && <p className="quiet">{t('notExpected')}</p>}
      {sign.error && <Problem problem={toProblem(sign.error)} />}
    </div>
  );
}

function OwnContests() {
  const { t } = useTranslation('attendance');
  const found = useInfiniteQuery({
    ...listOwnContestsInfiniteOptions({ query: { limit: 20 } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? null,
    staleTime: 0,
  });
  const contests = found.data?.pages.flatMap((page) => page.items) ?? [];
  if (contests.length === 0) return null;
  return (
    <>
      <h2>{t('contest.mine')}</h2>
      <ContestList contests={contests} />
      <More of={found} />
    </>
  );
}

/** 我的考勤: a clerk signs here, mostly on a phone. */
export function AttendancePage() {
  const { t } = useTranslation(['attendance', 'common']);
  usePageTitle(t('mine.title'), t('common:site.name'));
  const queries = useQueryClient();
  const period = usePeriod();
  const today = useQuery({ ...getOwnAttendanceOptions(), refetchInterval: 60_000, staleTime: 0 });
  const found = useQuery({
    ...getOwnAttendanceOptions({ query: period.query }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const refresh = () => void queries.invalidateQueries();
  return (
    <div className={`wrap ${list.page} ${styles.page}`}>
      <h1>{t('mine.title')}</h1>
      {today.error && (
        <Problem problem={toProblem(today.error)} onRetry={() => void today.refetch()} />
      )}
      {today.isPending && <Loading lines={6} />}
      {today.data && <SignToday found={today.data} onSigned={refresh} />}
      <h2>{t('mine.days')}</h2>
      <p className="quiet">{t('mine.lead')}</p>
      <Period period={period} from={found.data?.from} to={found.data?.to} />
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.data && (
        <>
          <Tally tally={found.data.tally} />
          <Days days={found.data.days} onContested={refresh} />
        </>
      )}
      <OwnContests />
    </div>
  );
}

/** Somebody's days, for those who answer for them. */
export function PersonAttendancePage() {
  const { t } = useTranslation(['attendance', 'common']);
  const { account = '' } = useParams<{ account: string }>();
  usePageTitle(t('person.title'), t('common:site.name'));
  const period = usePeriod();
  const found = useQuery({
    ...getAttendanceOfPersonOptions({
      path: { account: decodeURIComponent(account) },
      query: period.query,
    }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  return (
    <div className={`wrap ${list.page} ${styles.page}`}>
      <p>
        <Link href="/staff/attendance/day">{t('day.title')}</Link>
      </p>
      <h1>{t('person.title')}</h1>
      {found.data && (
        <p className="lead">
          <Name of={found.data.person} />
          {found.data.department && (
            <>
              {' · '}
              <Name of={found.data.department} />
            </>
          )}
        </p>
      )}
      <Period period={period} from={found.data?.from} to={found.data?.to} />
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.isPending && <Loading lines={8} />}
      {found.data && (
        <>
          <Tally tally={found.data.tally} />
          <Days days={found.data.days} />
        </>
      )}
    </div>
  );
}
