import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CluePublicationKind } from '@/api/generated';
import {
  getClueFiguresOptions,
  listCluePublicationsInfiniteOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { DateTime, Empty, KeyFacts, Loading, More, Problem, Table } from '@/components';
import { PAGED } from '@/lib/filters';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import styles from './Clue.module.css';

function Published({ kind }: { kind: CluePublicationKind }) {
  const { t } = useTranslation('clue');
  const found = useInfiniteQuery({
    ...listCluePublicationsInfiniteOptions({ query: { kind, limit: 20 } }),
    ...PAGED,
  });
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-labelledby={kind}>
      <h2 id={kind}>{t(`publication.${kind}`)}</h2>
      <p>{t(`lead.${kind}`)}</p>
      {found.isPending && <Loading lines={4} />}
      {found.error && <Problem problem={toProblem(found.error)} />}
      {found.data && items.length === 0 && <Empty title={t('none')} />}
      {items.length > 0 && (
        <ul role="list" className={styles.list}>
          {items.map((each) => (
            <li key={each.id}>
              <h3 lang="zh-CN">{each.title}</h3>
              <p lang="zh-CN">{each.facts}</p>
              <p lang="zh-CN">
                <b>{each.result}</b>
              </p>
              <p className="quiet small">
                {t('publishedOn')} <DateTime value={each.publishedOn} as="date" />
              </p>
            </li>
          ))}
        </ul>
      )}
      <More of={found} />
    </section>
  );
}

/** The year's figures; carried over and received are decided or carried forward. */
function Figures() {
  const { t } = useTranslation('clue');
  const found = useQuery(getClueFiguresOptions());
  if (found.isPending) return <Loading lines={4} />;
  if (found.error) return <Problem problem={toProblem(found.error)} />;
  const of = found.data;
  const sanctions = of.bySanction.map((each) => ({
    key: each.sanction as string,
    what: t('figures.sanction', { what: t(`sanction.${each.sanction}`) }),
    count: each.count,
  }));
  const rows = of.byOutcome.flatMap((each) => [
    { key: each.outcome as string, what: t(`outcome.${each.outcome}`), count: each.count },
    ...(each.outcome === 'sanctioned' ? sanctions : []),
  ]);
  return (
    <>
      <h2>{t('figures.title', { year: of.year })}</h2>
      <KeyFacts
        facts={[
          {
            label: t('figures.received'),
            value: of.received,
            note: of.byChannel
              .map((each) => `${t(`channel.${each.channel}`)} ${each.count}`)
              .join(' · '),
            strong: true,
          },
          {
            label: t('figures.decided'),
            value: of.decided,
            note: t('figures.decidedOf', { carriedOver: of.carriedOver, received: of.received }),
          },
          { label: t('figures.forward'), value: of.carriedForward },
          {
            label: t('figures.cleared'),
            value: of.cleared,
            note: t('figures.clearedPublicly', { count: of.clearedPublicly }),
          },
          { label: t('figures.visited'), value: of.visited },
        ]}
      />
      {rows.length > 0 && (
        <Table
          caption={t('figures.outcomes')}
          rows={rows}
          rowKey={(row) => row.key}
          columns={[
            { key: 'what', header: t('figures.outcome'), rowHeader: true, cell: (row) => row.what },
            { key: 'count', header: t('figures.count'), cell: (row) => row.count },
          ]}
        />
      )}
    </>
  );
}

/** What everybody may read of the discipline office: clearings, typical cases, figures. */
export function CluesPage() {
  const { t } = useTranslation(['clue', 'common']);
  usePageTitle(t('title'), t('common:site.name'));
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead.page')}</p>
      <p>
        <Link href="/report">{t('toReport')}</Link>
      </p>
      <Published kind="clearing" />
      <Published kind="typicalCase" />
      <Figures />
    </div>
  );
}
