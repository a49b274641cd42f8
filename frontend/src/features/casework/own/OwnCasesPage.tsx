import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { OwnCase } from '@/api/generated';
import { listOwnCasesInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import {
  Bilingual,
  ButtonLink,
  DateTime,
  Empty,
  Loading,
  More,
  Problem,
  StateBadge,
} from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { AddCase } from './AddCase';
import styles from './OwnCases.module.css';

function Row({ own }: { own: OwnCase }) {
  const { t } = useTranslation('casework');
  return (
    <li className={own.asked === 'supplement' ? styles.waiting : undefined}>
      <div className={styles.what}>
        <h2 className={styles.name}>
          <Link href={`/account/cases/${own.caseNumber}`}>
            <Bilingual chinese={own.itemName} english={own.itemNameEn} />
          </Link>
        </h2>
        <p className={styles.facts}>
          <span className={styles.number}>{own.caseNumber}</span>
          <span>
            <Bilingual chinese={own.department.name} english={own.department.nameEn} />
          </span>
        </p>
        {own.asked === 'supplement' && <p className={styles.asked}>{t('own.askedSupplement')}</p>}
      </div>
      <div className={styles.state}>
        <StateBadge state={own.state} />
        <p className="quiet small">
          {own.dueAt ? (
            <>
              {t('clock.due')} <DateTime value={own.dueAt} as="date" />
            </>
          ) : (
            <>
              {t('own.updated')} <DateTime value={own.updatedAt} as="date" />
            </>
          )}
        </p>
      </div>
    </li>
  );
}

/** 我的办件: what waits for me first, then what is under way, then what has ended. */
export function OwnCasesPage() {
  const { t } = useTranslation(['casework', 'common']);
  const list = useInfiniteQuery({
    ...listOwnCasesInfiniteOptions({ query: { limit: 20 } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? null,
    staleTime: 0,
    refetchInterval: 30_000,
  });
  usePageTitle(t('own.title'), t('common:site.name'));
  const first = list.data?.pages[0];
  const cases = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className={`wrap ${styles.page}`}>
      <h1>{t('own.title')}</h1>
      {first && first.total > 0 && (
        <p className="lead">
          {first.waiting > 0 ? t('own.waiting', { count: first.waiting }) : t('own.nothingWaiting')}
        </p>
      )}
      {list.error && (
        <Problem problem={toProblem(list.error)} onRetry={() => void list.refetch()} />
      )}
      {list.isPending && <Loading lines={8} />}
      {first && first.total === 0 && (
        <Empty title={t('own.none')}>
          <p>{t('own.noneText')}</p>
          <ButtonLink href="/services">{t('common:nav.services')}</ButtonLink>
        </Empty>
      )}
      {cases.length > 0 && (
        <ul role="list" className={styles.list}>
          {cases.map((own) => (
            <Row key={own.caseNumber} own={own} />
          ))}
        </ul>
      )}
      <More of={list} />
      <AddCase />
    </div>
  );
}
