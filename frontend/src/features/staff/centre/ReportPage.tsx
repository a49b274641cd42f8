import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import {
  type CardMonthRow,
  downloadSupervisionReport,
  type ReportKind,
  type ReportRatings,
  type ReportRow,
  type ReportRule,
  type SupervisionReport,
} from '@/api/generated';
import {
  getSiteOptions,
  getSupervisionReportOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import {
  Bilingual,
  Button,
  DateTime,
  Loading,
  Name,
  Problem,
  Section,
  Table,
  useNameText,
} from '@/components';
import { toProblem } from '@/lib/problem';
import { save } from '@/lib/save';
import { usePageTitle } from '@/lib/title';
import { SeverityTag } from '../supervision/words';
import { percent } from './clocks';
import styles from './Desk.module.css';

const CARDS = [
  'warnings',
  'yellow',
  'red',
  'kept',
  'withdrawn',
  'points',
  'rectificationsOrdered',
  'rectificationsAccepted',
  'talksCalled',
  'talksHeld',
  'handedOver',
] as const satisfies readonly (keyof CardMonthRow)[];

/** A rate with the two numbers that make it. */
function Rate({ part, whole }: { part: number; whole: number }) {
  return (
    <>
      {percent(part, whole)} <span className="small quiet">{`${part}/${whole}`}</span>
    </>
  );
}

function Work({ report }: { report: SupervisionReport }) {
  const { t } = useTranslation('centre');
  const cells: [string, (row: ReportRow) => ReactNode][] = [
    ['received', (row) => row.received],
    ['closed', (row) => row.closed],
    ['onTime', (row) => <Rate part={row.onTime} whole={row.withDeadline} />],
    ['early', (row) => <Rate part={row.early} whole={row.withDeadline} />],
    ['once', (row) => <Rate part={row.once} whole={row.handled} />],
    ['days', (row) => (row.handled ? (row.days / row.handled).toFixed(1) : '—')],
    ['corrections', (row) => row.corrections],
    ['returns', (row) => row.returns],
    ['sealUses', (row) => row.sealUses],
    ['findings', (row) => `${row.findings} (−${row.findingsWithdrawn})`],
  ];
  return (
    <Table<ReportRow>
      caption={t('report.work')}
      rows={[...report.departments, report.total]}
      rowKey={(row) => row.code ?? 'total'}
      columns={[
        {
          key: 'department',
          header: t('department'),
          rowHeader: true,
          cell: (row) =>
            row.code ? (
              <Name of={{ name: row.name ?? row.code, nameEn: row.nameEn }} />
            ) : (
              t('report.total')
            ),
        },
        ...cells.map(([key, cell]) => ({
          key,
          header: t(`report.${key}` as 'report.once'),
          align: 'end' as const,
          cell,
        })),
      ]}
    />
  );
}

function Ratings({ of }: { of: readonly ReportRatings[] }) {
  const { t } = useTranslation('centre');
  const cells: [string, (row: ReportRatings) => ReactNode][] = [
    ['rated', (row) => <Rate part={row.rated} whole={row.ended} />],
    ['satisfied', (row) => <Rate part={row.satisfied} whole={row.rated} />],
    ['months', (row) => row.months],
  ];
  return (
    <Table<ReportRatings>
      caption={t('report.ratings')}
      rows={of}
      rowKey={(row) => row.code}
      columns={[
        {
          key: 'department',
          header: t('department'),
          rowHeader: true,
          cell: (row) => <Name of={row} />,
        },
        ...cells.map(([key, cell]) => ({
          key,
          header: t(`report.${key}` as 'report.rated'),
          align: 'end' as const,
          cell,
        })),
      ]}
    />
  );
}

function Whole({ report }: { report: SupervisionReport }) {
  const { t } = useTranslation(['centre', 'cards']);
  return (
    <>
      <Section id="work" title={t('report.work')} wide>
        <Work report={report} />
        <p className="small quiet">{t('report.how')}</p>
      </Section>
      <Section id="rules" title={t('report.rules')} wide>
        {report.rules.length === 0 ? (
          <p>{t('report.noFindings')}</p>
        ) : (
          <Table<ReportRule>
            caption={t('report.rules')}
            rows={report.rules}
            rowKey={(rule) => rule.code}
            columns={[
              {
                key: 'rule',
                header: t('report.rule'),
                rowHeader: true,
                cell: (rule) => <Bilingual chinese={rule.name} english={rule.nameEn} />,
              },
              {
                key: 'severity',
                header: t('report.severity'),
                cell: (rule) => <SeverityTag severity={rule.severity} />,
              },
              { key: 'found', header: t('report.found'), align: 'end', cell: (rule) => rule.found },
              {
                key: 'withdrawn',
                header: t('report.withdrawn'),
                align: 'end',
                cell: (rule) => rule.withdrawn,
              },
            ]}
          />
        )}
      </Section>
      <Section id="cards" title={t('report.cards')} wide>
        {report.cards.length === 0 ? (
          <p>{t('report.noCards')}</p>
        ) : (
          <Table<CardMonthRow>
            caption={t('report.cards')}
            rows={report.cards}
            rowKey={(row) => row.department.code}
            columns={[
              {
                key: 'department',
                header: t('department'),
                rowHeader: true,
                cell: (row) => <Name of={row.department} />,
              },
              ...CARDS.map((figure) => ({
                key: figure,
                header: t(`cards:month.${figure}`),
                align: 'end' as const,
                cell: (row: CardMonthRow) => row[figure],
              })),
            ]}
          />
        )}
      </Section>
      <Section id="ratings" title={t('report.ratings')} wide>
        {report.ratings.length === 0 ? (
          <p>{t('report.noRatings')}</p>
        ) : (
          <Ratings of={report.ratings} />
        )}
        <p className="small quiet">{t('report.ratingsHow')}</p>
      </Section>
    </>
  );
}

/** A report, to read, to print and to take away. */
export function ReportPage() {
  const { t } = useTranslation(['centre', 'common']);
  const { kind, day = '' } = useParams<{ kind: string; day: string }>();
  const reportKind: ReportKind =
    kind === 'weekly' || kind === 'quarterly' ? kind : ('monthly' as const);
  const found = useQuery(getSupervisionReportOptions({ path: { reportKind, day } }));
  const { data: site } = useQuery({ ...getSiteOptions(), staleTime: Infinity });
  const nameText = useNameText();
  const title = t(`reports.${reportKind}`);
  usePageTitle(title, t('common:site.name'));
  const download = useMutation({
    mutationFn: async () => {
      const { data } = await downloadSupervisionReport({
        path: { reportKind, day },
        parseAs: 'blob',
        throwOnError: true,
      });
      save(data as Blob, `supervision-${reportKind}-${day}.xlsx`);
    },
  });
  return (
    <div className={`wrap ${styles.page} ${styles.report}`}>
      {site && (
        <p className="print-only">{nameText({ name: site.cityName, nameEn: site.cityNameEn })}</p>
      )}
      <p className="no-print">
        <Link href="/staff/supervision/reports">{t('reports.title')}</Link>
      </p>
      <h1>{t('report.title', { kind: title })}</h1>
      {found.isPending && <Loading lines={10} />}
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.data && (
        <>
          <p className="lead">
            <DateTime value={found.data.head.firstDay} as="date" /> –{' '}
            <DateTime value={found.data.head.lastDay} as="date" />
          </p>
          <p className={`no-print ${styles.filters}`}>
            <Button busy={download.isPending} onClick={() => download.mutate()}>
              {t('report.xlsx')}
            </Button>
            <Button look="secondary" onClick={() => window.print()}>
              {t('report.print')}
            </Button>
          </p>
          {download.error && <Problem problem={toProblem(download.error)} />}
          <Whole report={found.data} />
          <p className="small quiet">
            {t('report.made')} <DateTime value={found.data.head.madeAt} />
          </p>
        </>
      )}
    </div>
  );
}
