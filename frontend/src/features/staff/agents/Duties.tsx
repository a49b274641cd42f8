import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { AgentDuty } from '@/api/generated';
import { Bilingual, DateTime, StateBadge, Table, Tag, type Tone } from '@/components';

const TONES: Record<AgentDuty['kind'], Tone> = {
  apply: 'sun',
  supplement: 'bad',
  appointment: 'warn',
  collect: 'sun',
  follow: 'plain',
};

function About({ of }: { of: AgentDuty }) {
  const name = of.name && <Bilingual chinese={of.name} english={of.nameEn} />;
  if (!of.state) {
    return (
      <>
        {name} {of.reference}
      </>
    );
  }
  return (
    <>
      <Link href={`/staff/agent/${of.clientId}/cases/${of.reference}`}>{name}</Link> {of.reference}{' '}
      <StateBadge state={of.state} />
    </>
  );
}

/** What an agent has to do, or to watch, what is due first. */
export function Duties({ duties, caption }: { duties: readonly AgentDuty[]; caption: string }) {
  const { t } = useTranslation('agency');
  return (
    <Table
      caption={caption}
      rows={duties}
      rowKey={(duty) => `${duty.clientId}/${duty.kind}/${duty.reference ?? ''}`}
      columns={[
        {
          key: 'kind',
          header: t('duty.what'),
          rowHeader: true,
          cell: (duty) => <Tag tone={TONES[duty.kind]}>{t(`duty.kind.${duty.kind}`)}</Tag>,
        },
        {
          key: 'due',
          header: t('duty.due'),
          cell: (duty) =>
            duty.dueAt ? (
              <DateTime value={duty.dueAt} />
            ) : (
              <>
                {t('duty.since')} <DateTime value={duty.since} as="date" />
              </>
            ),
        },
        {
          key: 'client',
          header: t('client'),
          cell: (duty) => (
            <Link href={`/staff/agent/${duty.clientId}`} lang="zh-CN">
              {duty.client}
            </Link>
          ),
        },
        { key: 'about', header: t('duty.about'), cell: (duty) => <About of={duty} /> },
      ]}
    />
  );
}
