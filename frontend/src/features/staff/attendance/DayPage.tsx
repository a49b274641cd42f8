import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { AttendanceDayRow } from '@/api/generated';
import { getAttendanceDayOptions } from '@/api/generated/@tanstack/react-query.gen';
import {
  Empty,
  Loading,
  Name,
  Problem,
  SelectField,
  Table,
  TextField,
  useNameText,
} from '@/components';
import { today } from '@/lib/deadline';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { useFilters } from '@/lib/filters';
import list from '../List.module.css';
import register from '../Register.module.css';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';
import { useDepartments } from '../supervision/words';
import { Signs, STATES, StateTag, TakeOver, Tally } from './words';
import styles from './Attendance.module.css';

/** 当日到岗: who is at the windows, for leaders and supervisors. */
export function DayPage() {
  const { t } = useTranslation(['attendance', 'common']);
  usePageTitle(t('day.title'), t('common:site.name'));
  const account = useAccount();
  const departments = useDepartments();
  const nameText = useNameText();
  const { text, day: asked, put } = useFilters();
  const day = asked('day') || today();
  const department = text('department');
  const state = STATES.find((each) => each === text('state'));
  const found = useQuery({
    ...getAttendanceDayOptions({
      path: { day },
      query: { ...(department && { department }), ...(state && { state }) },
    }),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
    staleTime: 0,
  });
  return (
    <div className={`wrap ${list.page} ${styles.page}`}>
      <h1>{t('day.title')}</h1>
      <p className="lead">{t('day.lead')}</p>
      {mayAny(account, ['contests.answer']) && (
        <p>
          <Link href="/staff/attendance/contests">{t('contest.list')}</Link>
        </p>
      )}
      <form
        role="search"
        aria-label={t('day.filters')}
        className={register.filters}
        onSubmit={(event) => event.preventDefault()}
      >
        <TextField
          type="date"
          label={t('day.day')}
          value={day}
          onChange={({ target }) => put('day', target.value)}
        />
        {!account.departmentCode && (
          <SelectField
            label={t('day.department')}
            value={department}
            onChange={({ target }) => put('department', target.value)}
          >
            <option value="">{t('day.any')}</option>
            {departments.all?.map((each) => (
              <option key={each.code} value={each.code}>
                {nameText(each)}
              </option>
            ))}
          </SelectField>
        )}
        <SelectField
          label={t('day.state')}
          value={state ?? ''}
          onChange={({ target }) => put('state', target.value)}
        >
          <option value="">{t('day.any')}</option>
          {STATES.map((each) => (
            <option key={each} value={each}>
              {t(`state.${each}`)}
            </option>
          ))}
        </SelectField>
      </form>
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.isPending && <Loading lines={8} />}
      {found.data && (
        <>
          {!found.data.working && <p role="status">{t('day.rest')}</p>}
          <Tally tally={found.data.tally} people />
          {found.data.pending > 0 && (
            <p className="quiet">{t('day.pending', { count: found.data.pending })}</p>
          )}
          {found.data.items.length === 0 ? (
            <Empty title={t('day.none')} />
          ) : (
            <Table<AttendanceDayRow>
              caption={t('day.title')}
              rows={found.data.items}
              rowKey={(row) => row.person.account}
              columns={[
                {
                  key: 'person',
                  header: t('day.person'),
                  rowHeader: true,
                  cell: (row) => (
                    <Link
                      href={`/staff/attendance/people/${encodeURIComponent(row.person.account)}`}
                    >
                      <Name of={row.person} />
                    </Link>
                  ),
                },
                {
                  key: 'department',
                  header: t('day.department'),
                  cell: (row) => row.department && <Name of={row.department} />,
                },
                {
                  key: 'state',
                  header: t('day.state'),
                  cell: (row) => <StateTag state={row.line.state} />,
                },
                {
                  key: 'signs',
                  header: t('day.signs'),
                  cell: (row) => (
                    <span className={styles.line}>
                      <Signs line={row.line} />
                      <TakeOver line={row.line} />
                    </span>
                  ),
                },
              ]}
            />
          )}
        </>
      )}
    </div>
  );
}
