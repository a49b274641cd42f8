import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CentreDay, CentreDepartment, CentreRegion, SupervisedCase } from '@/api/generated';
import { Count, DateTime, Empty, Loading, Name, Problem, Section, Table } from '@/components';
import { SelectField, useNameText } from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { useFilters } from '@/lib/filters';
import { SeverityTag, useDepartments } from '../supervision/words';
import { ClockBar, ClockKey, Trend } from './Charts';
import { percent, totalOf } from './clocks';
import { Acknowledge, NewsLine, useAcknowledging } from './NewsLine';
import styles from './Desk.module.css';
import { useCentre } from './useCentre';

const WORK = ['#0b4f9e', '#0f6b3d'];
const FAULTS = ['#b1261c', '#8a4b00'];

function casesPath(filters: Record<string, string>): string {
  return `/staff/supervision/cases?${new URLSearchParams(filters).toString()}`;
}

/** Departments or regions with their clocks. */
function Clocks<Row extends CentreDepartment | CentreRegion>({
  caption,
  header,
  rows,
  name,
  path,
}: {
  caption: string;
  header: string;
  rows: readonly Row[];
  name: (row: Row) => React.ReactNode;
  path: (row: Row) => Record<string, string>;
}) {
  const { t } = useTranslation('centre');
  const most = Math.max(1, ...rows.map((row) => totalOf(row.clocks)));
  return (
    <Table<Row>
      caption={caption}
      rows={rows}
      rowKey={(row) => row.code}
      columns={[
        { key: 'name', header, rowHeader: true, cell: name },
        {
          key: 'bar',
          header: t('clocks'),
          cell: (row) => <ClockBar clocks={row.clocks} of={most} />,
        },
        {
          key: 'late',
          header: t('clock.late'),
          align: 'end',
          cell: (row) => (
            <Link href={casesPath({ ...path(row), clock: 'late' })}>{row.clocks.late}</Link>
          ),
        },
        {
          key: 'today',
          header: t('clock.dueToday'),
          align: 'end',
          cell: (row) => (
            <Link href={casesPath({ ...path(row), clock: 'dueToday' })}>{row.clocks.dueToday}</Link>
          ),
        },
        {
          key: 'all',
          header: t('all'),
          align: 'end',
          cell: (row) => <Link href={casesPath(path(row))}>{totalOf(row.clocks)}</Link>,
        },
      ]}
    />
  );
}

/** Open cases as they stand. */
export function CaseTable({ caption, rows }: { caption: string; rows: readonly SupervisedCase[] }) {
  const { t } = useTranslation('centre');
  const departments = useDepartments();
  return (
    <Table<SupervisedCase>
      caption={caption}
      rows={rows}
      rowKey={(row) => row.caseNumber}
      columns={[
        {
          key: 'case',
          header: t('case'),
          rowHeader: true,
          cell: (row) => (
            <>
              <Link href={`/staff/cases/${row.caseNumber}`}>{row.caseNumber}</Link>
              <br />
              <Name of={{ name: row.itemName, nameEn: row.itemNameEn }} />
            </>
          ),
        },
        {
          key: 'department',
          header: t('department'),
          cell: (row) => departments.text(row.departmentCode),
        },
        {
          key: 'step',
          header: t('step'),
          cell: (row) =>
            row.stepName ? <Name of={{ name: row.stepName, nameEn: row.stepNameEn }} /> : '—',
        },
        { key: 'clock', header: t('clocks'), cell: (row) => t(`clock.${row.clock}`) },
        {
          key: 'due',
          header: t('due'),
          cell: (row) => (row.dueAt ? <DateTime value={row.dueAt} /> : '—'),
        },
      ]}
    />
  );
}

function Days({ days }: { days: readonly CentreDay[] }) {
  const { t } = useTranslation('centre');
  const figures = ['received', 'closed', 'withDeadline', 'onTime', 'findings', 'cards'] as const;
  return (
    <details className={styles.numbers}>
      <summary>{t('numbers')}</summary>
      <Table<CentreDay>
        caption={t('trends')}
        rows={[...days].reverse()}
        rowKey={(day) => day.day}
        columns={[
          {
            key: 'day',
            header: t('day'),
            rowHeader: true,
            cell: (day) => <DateTime value={day.day} as="date" />,
          },
          ...figures.map((figure) => ({
            key: figure,
            header: t(`figure.${figure}`),
            align: 'end' as const,
            cell: (day: CentreDay) => day[figure],
          })),
        ]}
      />
    </details>
  );
}

/** 监察中心: the wall's facts as a page to work with. What is filtered stands in the address. */
export function DeskPage() {
  const { t } = useTranslation(['centre', 'findings', 'common']);
  const nameText = useNameText();
  const departments = useDepartments();
  const { text, put } = useFilters();
  usePageTitle(t('title'), t('common:site.name'));
  const department = text('department');
  const region = text('region');
  const filters = { ...(department && { department }), ...(region && { region }) };
  const { query, latest, lost } = useCentre(filters);
  const acknowledging = useAcknowledging();
  const centre = query.data;
  const closed = centre?.days.reduce((sum, day) => sum + day.withDeadline, 0) ?? 0;
  const onTime = centre?.days.reduce((sum, day) => sum + day.onTime, 0) ?? 0;
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <p className={styles.ways}>
        <Link href="/staff/supervision/wall">{t('wall.title')}</Link>
        <Link href="/staff/supervision/reports">{t('reports.title')}</Link>
        <Link href="/staff/findings">{t('findings:findings.title')}</Link>
      </p>
      <div className={styles.filters}>
        <SelectField
          label={t('department')}
          value={department}
          onChange={({ target }) => put('department', target.value)}
        >
          <option value="">{t('all')}</option>
          {departments.all?.map((each) => (
            <option key={each.code} value={each.code}>
              {nameText(each)}
            </option>
          ))}
        </SelectField>
      </div>
      {lost && <p role="status">{t('lost')}</p>}
      {query.error && (
        <Problem problem={toProblem(query.error)} onRetry={() => void query.refetch()} />
      )}
      {!centre && query.isPending && <Loading lines={12} />}
      {centre && (
        <>
          <dl className={styles.totals}>
            <div>
              <dt>{t('open')}</dt>
              <dd>
                <Count value={totalOf(centre.clocks)} />
              </dd>
            </div>
            <div data-tone={centre.clocks.late ? 'bad' : undefined}>
              <dt>{t('clock.late')}</dt>
              <dd>
                <Count value={centre.clocks.late} />
              </dd>
            </div>
            <div>
              <dt>{t('clock.dueToday')}</dt>
              <dd>
                <Count value={centre.clocks.dueToday} />
              </dd>
            </div>
            <div data-tone={centre.alarmsTotal ? 'bad' : undefined}>
              <dt>{t('alarmsOpen')}</dt>
              <dd>
                <Count value={centre.alarmsTotal} />
              </dd>
            </div>
            <div>
              <dt>{t('onTime30')}</dt>
              <dd>{percent(onTime, closed)}</dd>
              <dd className="small quiet">{t('of', { part: onTime, whole: closed })}</dd>
            </div>
          </dl>
          <Section id="alarms" title={t('alarms')} wide>
            {acknowledging.error && <Problem problem={toProblem(acknowledging.error)} />}
            {centre.alarms.length === 0 ? (
              <p className="quiet">{t('noAlarms')}</p>
            ) : (
              <ul className={styles.news} role="list">
                {centre.alarms.map((news) => (
                  <li key={news.place}>
                    <span>
                      <NewsLine news={news} />
                    </span>
                    <Acknowledge news={news} acknowledging={acknowledging} />
                  </li>
                ))}
              </ul>
            )}
          </Section>
          <Section id="departments" title={t('departments')} wide>
            <ClockKey clocks={centre.clocks} />
            {centre.departments.length === 0 ? (
              <Empty title={t('noCases')} />
            ) : (
              <Clocks
                caption={t('departments')}
                header={t('department')}
                rows={centre.departments}
                name={(row) => <Name of={row} />}
                path={(row) => ({ ...filters, department: row.code })}
              />
            )}
          </Section>
          <Section id="regions" title={t('regions')} wide>
            {centre.region && (
              <p>
                <button className={styles.up} onClick={() => put('region', '')}>
                  {t('wholeCity')}
                </button>{' '}
                › <Name of={centre.region} />
              </p>
            )}
            {centre.regions.length > 0 && (
              <Clocks
                caption={t('regions')}
                header={t('region')}
                rows={centre.regions}
                name={(row) =>
                  row.further ? (
                    <button className={styles.up} onClick={() => put('region', row.code)}>
                      <Name of={row} />
                    </button>
                  ) : (
                    <Name of={row} />
                  )
                }
                path={(row) => ({ ...filters, region: row.code })}
              />
            )}
          </Section>
          <Section id="deadlines" title={t('deadlines')} wide>
            {centre.deadlines.length === 0 ? (
              <p className="quiet">{t('noDeadlines')}</p>
            ) : (
              <CaseTable caption={t('deadlines')} rows={centre.deadlines} />
            )}
          </Section>
          <Section id="today" title={t('today')} wide>
            {centre.findingsToday.length === 0 ? (
              <p className="quiet">{t('noneToday')}</p>
            ) : (
              <ul className={styles.counts} role="list">
                {centre.findingsToday.map((count) => (
                  <li key={count.severity + count.group}>
                    <SeverityTag severity={count.severity} /> {t(`findings:group.${count.group}`)}{' '}
                    <b>{count.count}</b>
                  </li>
                ))}
              </ul>
            )}
            <h3>{t('latest')}</h3>
            <ul className={styles.news} role="list" aria-live="polite">
              {latest.map((news) => (
                <li key={news.place}>
                  <span>
                    <NewsLine news={news} />
                  </span>
                </li>
              ))}
            </ul>
          </Section>
          <Section id="trends" title={t('trends')} wide>
            <div className={styles.charts}>
              <figure>
                <figcaption>
                  <i style={{ background: WORK[0] }} /> {t('figure.received')}{' '}
                  <i style={{ background: WORK[1] }} /> {t('figure.closed')}
                </figcaption>
                <Trend
                  days={centre.days}
                  series={['received', 'closed']}
                  colours={WORK}
                  label={t('chartWork')}
                />
              </figure>
              <figure>
                <figcaption>
                  <i style={{ background: FAULTS[0] }} /> {t('figure.findings')}{' '}
                  <i style={{ background: FAULTS[1] }} /> {t('figure.cards')}
                </figcaption>
                <Trend
                  days={centre.days}
                  series={['findings', 'cards']}
                  colours={FAULTS}
                  label={t('chartFaults')}
                />
              </figure>
            </div>
            <Days days={centre.days} />
          </Section>
        </>
      )}
    </div>
  );
}
