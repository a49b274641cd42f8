import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { listInfoRequestAnswersInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { ButtonLink, DateTime, Empty, Loading, More, Name, Problem, Tag } from '@/components';
import { PAGED } from '@/lib/filters';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { Figures } from './Figures';
import styles from './InfoRequest.module.css';

const RIGHTS = ['who', 'limit', 'once', 'third', 'reason', 'remedy'] as const;

function Published() {
  const { t } = useTranslation('inforequest');
  const found = useInfiniteQuery({
    ...listInfoRequestAnswersInfiniteOptions({ query: { limit: 20 } }),
    ...PAGED,
  });
  const answers = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {found.isPending && <Loading lines={6} />}
      {found.error && <Problem problem={toProblem(found.error)} />}
      {found.data && answers.length === 0 && <Empty title={t('published.none')} />}
      {answers.length > 0 && (
        <ul role="list" className={styles.list}>
          {answers.map((each) => (
            <li key={each.id}>
              <h3 lang="zh-CN">{each.title}</h3>
              <p lang="zh-CN">{each.question}</p>
              <p lang="zh-CN">{each.answer}</p>
              <div className={`${styles.ways} quiet small`}>
                <Tag>{t(`decision.${each.decision}`)}</Tag>
                <Name of={each.department} />
                <span>
                  {t('published.received')} <DateTime value={each.receivedOn} as="date" />
                </span>
                <span>
                  {t('published.answered')} <DateTime value={each.answeredOn} as="date" />
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
      <More of={found} />
    </>
  );
}

/** Asking for information: what the law gives one, how it goes, and what concerns everybody. */
export function RequestsPage() {
  const { t } = useTranslation(['inforequest', 'common']);
  usePageTitle(t('title'), t('common:site.name'));
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <div className={styles.ways}>
        <ButtonLink href="/information-requests/new">{t('toNew')}</ButtonLink>
        <ButtonLink look="secondary" href="/information-requests/track">
          {t('toTrack')}
        </ButtonLink>
        <Link href="/disclosures">{t('toPublished')}</Link>
      </div>
      <h2>{t('law.title')}</h2>
      <ul className={styles.law}>
        {RIGHTS.map((each) => (
          <li key={each}>{t(`law.${each}`)}</li>
        ))}
      </ul>
      <h2>{t('figures.title')}</h2>
      <Figures />
      <h2>{t('published.title')}</h2>
      <p>{t('published.lead')}</p>
      <Published />
    </div>
  );
}
