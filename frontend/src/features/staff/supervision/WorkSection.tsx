import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { EfficiencyFile, WorkFigure } from '@/api/generated';
import {
  getAttendanceOfPersonOptions,
  getOwnAttendanceOptions,
  getRatingBulletinOptions,
  getWorkFiguresOptions,
  listRatingBulletinsOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { Loading, Problem, Table } from '@/components';
import { toProblem } from '@/lib/problem';
import { Tally } from '../attendance/words';
import list from '../ratings/Ratings.module.css';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';
import styles from '../Record.module.css';
import { useFigureText } from './workWords';

type OfFile = { file: EfficiencyFile; own: boolean };

/** Where the cases behind a figure are. */
function behind({ file, own }: OfFile, figure: WorkFigure): string {
  const of = file.person?.account ?? file.department?.code;
  const asked = new URLSearchParams({
    party: file.party,
    ...(!own && of && { of }),
    from: file.from,
    to: file.to,
  });
  return `/staff/work/${figure.figure}?${asked.toString()}`;
}

/** 工作数据: how much, how fast and how well; every number leads to the cases behind it. */
export function WorkSection({ file, own }: OfFile) {
  const { t } = useTranslation('attendance');
  const figureText = useFigureText();
  const of = file.person?.account ?? file.department?.code;
  const found = useQuery({
    ...getWorkFiguresOptions({
      query: { party: file.party, ...(of && { of }), from: file.from, to: file.to },
    }),
    staleTime: 0,
  });
  return (
    <>
      <h2>{t('work.title')}</h2>
      <p className="quiet">
        {t(file.party === 'person' ? 'work.howPerson' : 'work.howDepartment')}
      </p>
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.isPending && <Loading lines={4} />}
      {found.data && (
        <dl className={list.figures}>
          {found.data.figures.map((figure) => {
            const { value, base } = figureText(figure);
            return (
              <div key={figure.figure}>
                <dt>{t(`figure.${figure.figure}`)}</dt>
                <dd>
                  <Link href={behind({ file, own }, figure)}>{value}</Link>
                </dd>
                {base && <dd className={styles.base}>{base}</dd>}
              </div>
            );
          })}
        </dl>
      )}
    </>
  );
}

/** 考勤 in the file: what the days come to, and where they are. */
export function AttendanceSection({ file, own }: OfFile) {
  const { t } = useTranslation('attendance');
  const account = useAccount();
  const reads = mayAny(account, ['attendance.read']);
  const query = { from: file.from, to: file.to };
  const mine = useQuery({
    ...getOwnAttendanceOptions({ query }),
    enabled: own && mayAny(account, ['attendance.sign']),
    staleTime: 0,
  });
  const theirs = useQuery({
    ...getAttendanceOfPersonOptions({ path: { account: file.person?.account ?? '' }, query }),
    enabled: !own && reads && !!file.person,
    staleTime: 0,
  });
  const found = own ? mine.data : theirs.data;
  const days = `from=${file.from}&to=${file.to}`;
  if (file.department && !reads) return null;
  return (
    <>
      <h2>{t('work.attendance')}</h2>
      {found && <Tally tally={found.tally} />}
      <p>
        {own && <Link href={`/staff/attendance?${days}`}>{t('work.attendanceOfOwn')}</Link>}
        {!own && file.person && (
          <Link
            href={`/staff/attendance/people/${encodeURIComponent(file.person.account)}?${days}`}
          >
            {t('work.attendanceOfPerson')}
          </Link>
        )}
        {file.department && (
          <Link
            href={`/staff/attendance/day?department=${encodeURIComponent(file.department.code)}`}
          >
            {t('work.attendanceOfDepartment')}
          </Link>
        )}
      </p>
    </>
  );
}

/** 群众评价 of a department, no more than the published bulletins tell everybody. */
export function RatingSection({ file }: { file: EfficiencyFile }) {
  const { t } = useTranslation('attendance');
  const published = useQuery(listRatingBulletinsOptions());
  const months = (published.data ?? []).filter(
    (month) => month >= file.from.slice(0, 7) && month <= file.to.slice(0, 7),
  );
  const rows = useQueries({
    queries: months.map((month) => getRatingBulletinOptions({ path: { month } })),
    combine: (bulletins) =>
      bulletins.flatMap(({ data }) => {
        const found = data?.departments.find(
          ({ department }) => department.code === file.department?.code,
        );
        return data && found ? [{ month: data.month, ...found.overall }] : [];
      }),
  });
  return (
    <>
      <h2>{t('work.ratings')}</h2>
      <p className="quiet">{t('work.ratingsLead')}</p>
      {rows.length === 0 ? (
        <p>{t('work.ratingsNone')}</p>
      ) : (
        <Table
          caption={t('work.ratings')}
          rows={rows}
          rowKey={(row) => row.month}
          columns={[
            { key: 'month', header: t('work.month'), rowHeader: true, cell: (row) => row.month },
            {
              key: 'satisfied',
              header: t('work.satisfied'),
              align: 'end',
              cell: (row) => row.satisfied,
            },
            {
              key: 'basically',
              header: t('work.basically'),
              align: 'end',
              cell: (row) => row.basicallySatisfied,
            },
            { key: 'not', header: t('work.not'), align: 'end', cell: (row) => row.notSatisfied },
          ]}
        />
      )}
    </>
  );
}
