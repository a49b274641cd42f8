import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import type { SupervisionEvent, SupervisionFindingDetail } from '@/api/generated';
import { getSupervisionFindingOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Bilingual, DateTime, KeyFacts, Loading, Problem, Section, Table, Tag } from '@/components';
import { useLanguage } from '@/i18n';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { FindingClips } from '../cameras/FindingClips';
import { HandOver } from '../clues/HandOver';
import styles from '../Register.module.css';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';
import { Grounds } from './Grounds';
import { IssueCard } from './IssueCard';
import { SeverityTag, Subject, useDepartments, Whose } from './words';

function Events({ events }: { events: readonly SupervisionEvent[] }) {
  const { t } = useTranslation('findings');
  return (
    <Table
      caption={t('finding.events')}
      rows={events}
      rowKey={(event) => String(event.place)}
      columns={[
        {
          key: 'place',
          header: '#',
          rowHeader: true,
          cell: (event) => t('finding.place', { place: event.place }),
        },
        {
          key: 'kind',
          header: t('finding.event'),
          cell: (event) =>
            t(`event.${event.kind.replace('.', '_')}` as 'event.case_accepted', {
              defaultValue: event.kind,
            }),
        },
        {
          key: 'at',
          header: t('findings.at'),
          cell: (event) => <DateTime value={event.at} />,
        },
      ]}
    />
  );
}

function Whole({ detail, onStale }: { detail: SupervisionFindingDetail; onStale: () => void }) {
  const { t } = useTranslation('findings');
  const english = useLanguage() === 'en';
  const departments = useDepartments();
  const sees = mayAny(useAccount(), ['cameras.view']);
  const { finding } = detail;
  return (
    <>
      <p className="lead">{english ? detail.seenEn : detail.seen}</p>
      {finding.withdrawal && (
        <p>
          <Tag>{t('state.withdrawn')}</Tag>{' '}
          {t('finding.withdrawn', { why: t(`withdrawal.${finding.withdrawal}`) })}{' '}
          {detail.withdrawnPlace !== undefined && (
            <span className="quiet">
              {t('finding.withdrawnBy', { place: detail.withdrawnPlace })}
            </span>
          )}
        </p>
      )}
      <KeyFacts
        facts={[
          {
            label: t('finding.case'),
            value: <Subject of={finding.subject} className={styles.number} />,
            note: finding.itemCode,
          },
          { label: t('finding.department'), value: departments.text(finding.departmentCode) },
          { label: t('finding.who'), value: <Whose finding={finding} /> },
          { label: t('finding.occurredAt'), value: <DateTime value={finding.occurredAt} /> },
          { label: t('finding.foundAt'), value: <DateTime value={finding.foundAt} /> },
        ]}
      />
      <IssueCard finding={finding} onStale={onStale} />
      <Section id="why" title={t('finding.why')}>
        <p>{english ? detail.whyEn : detail.why}</p>
        {detail.parameters.map((parameter) => (
          <p key={parameter.name} className="quiet">
            {t('finding.parameters', {
              value: t(`parameter.${parameter.name}`, { value: parameter.value }),
            })}
          </p>
        ))}
      </Section>
      <Section id="grounds" title={t('finding.grounds')}>
        <Grounds grounds={detail.grounds} />
      </Section>
      <Section id="events" title={t('finding.events')}>
        <p className="quiet">{t('finding.eventsLead')}</p>
        <Events events={detail.events} />
      </Section>
      {sees && <FindingClips finding={finding.id} />}
      <p>
        <Link
          href={`/staff/findings?severity=all&case=${encodeURIComponent(finding.subject.number)}`}
        >
          {t('finding.sameCase')}
        </Link>
      </p>
      <HandOver kind="finding" reference={finding.id} channel="supervision" />
    </>
  );
}

/** A finding: what was seen, why it is a fault, and the events that show it. */
export function FindingPage() {
  const { t } = useTranslation(['findings', 'common']);
  const { id = '' } = useParams<{ id: string }>();
  const found = useQuery(getSupervisionFindingOptions({ path: { findingId: id } }));
  const finding = found.data?.finding;
  usePageTitle(finding?.ruleName ?? t('findings.title'), t('common:site.name'));
  return (
    <div className={`wrap ${styles.page}`}>
      <p>
        <Link href="/staff/findings">{t('finding.all')}</Link>
      </p>
      <h1>
        {finding ? (
          <>
            <Bilingual chinese={finding.ruleName} english={finding.ruleNameEn} />{' '}
            <SeverityTag severity={finding.severity} />
          </>
        ) : (
          t('findings.title')
        )}
      </h1>
      {found.isPending && <Loading lines={10} />}
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.data && <Whole detail={found.data} onStale={() => void found.refetch()} />}
    </div>
  );
}
