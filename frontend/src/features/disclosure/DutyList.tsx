import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { DutyCalendar, DutyOccasion } from '@/api/generated';
import { Bilingual, DateTime, Name, Table } from '@/components';
import { disclosurePath, DUTY_STATES, DutyStateTag, useDutyRule } from './words';
import styles from './Disclosure.module.css';

/** How many are late, due and done; each a way to those. */
export function DutyCounts({
  counts,
  chosen,
  href,
}: {
  counts: DutyCalendar['counts'];
  chosen?: string | undefined;
  href: (state: string) => string;
}) {
  const { t } = useTranslation('disclosure');
  return (
    <ul className={styles.counts} role="list">
      {DUTY_STATES.map((state) => (
        <li key={state}>
          <Link href={href(state)} aria-current={chosen === state ? 'true' : undefined}>
            <strong>{counts[state]}</strong>
            <span>{t(`dutyState.${state}`)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** What has to be published until when, and what was. */
export function DutyTable({
  items,
  ofOne = false,
}: {
  items: readonly DutyOccasion[];
  /** All of one department, which then needs no column. */
  ofOne?: boolean;
}) {
  const { t } = useTranslation('disclosure');
  const rule = useDutyRule();
  return (
    <Table
      caption={t('duties.title')}
      rows={items}
      rowKey={(row) => `${row.dutyCode}/${row.occasion}`}
      columns={[
        {
          key: 'duty',
          header: t('duties.what'),
          rowHeader: true,
          cell: (row) => (
            <>
              <Bilingual chinese={row.title} english={row.titleEn} />{' '}
              <span lang="zh-CN">{row.about ?? row.occasion}</span>
              <span className={`${styles.rule} quiet small`}>{rule(row)}</span>
            </>
          ),
        },
        ...(ofOne
          ? []
          : [
              {
                key: 'department',
                header: t('department'),
                cell: (row: DutyOccasion) => (
                  <Link
                    href={`/disclosures/departments/${encodeURIComponent(row.department.code)}`}
                  >
                    <Name of={row.department} />
                  </Link>
                ),
              },
            ]),
        {
          key: 'state',
          header: t('duties.state'),
          cell: (row: DutyOccasion) => <DutyStateTag state={row.state} />,
        },
        {
          key: 'due',
          header: t('duties.due'),
          cell: (row: DutyOccasion) => (
            <DateTime value={row.dueAt} as={row.unit === 'hours' ? 'dateTime' : 'date'} />
          ),
        },
        {
          key: 'done',
          header: t('duties.done'),
          cell: (row: DutyOccasion) =>
            row.number && row.doneAt ? (
              <Link href={disclosurePath(row.number)}>
                <DateTime value={row.doneAt} as="date" />
              </Link>
            ) : (
              t('duties.notYet')
            ),
        },
      ]}
    />
  );
}
