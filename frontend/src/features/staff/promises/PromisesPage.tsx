import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { listPromisesInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Bilingual, Empty, Tag } from '@/components';
import styles from '@/components/promise/Promise.module.css';
import { useLanguage } from '@/i18n';
import { formatDate } from '@/lib/format';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import { useShow } from './show';
import { ShowPage } from './ShowPage';

const SHOWS = ['open', 'soon', 'late', 'toReview', 'extensions', 'toCheck', 'broken'] as const;

/** What was promised to one's own unit, by the day it is due, with how many there are of each. */
export function PromisesPage() {
  const { t } = useTranslation(['promise', 'common']);
  const language = useLanguage();
  const { show, put } = useShow(SHOWS);
  usePageTitle(t('staff.page'), t('common:site.name'));
  const found = useInfiniteQuery({
    ...listPromisesInfiniteOptions({ query: { show, limit: 30 } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? null,
    staleTime: 0,
  });
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className={`wrap ${list.page}`}>
      <ShowPage
        title={t('staff.page')}
        lead={t('staff.pageLead')}
        parts={SHOWS.map((value) => ({ value, label: t(`staff.show.${value}`) }))}
        show={show}
        counts={found.data?.pages[0]?.counts}
        onShow={put}
        found={found}
      >
        {found.data && items.length === 0 && (
          <Empty title={t('staff.none')}>{t('staff.noneText')}</Empty>
        )}
        {items.length > 0 && (
          <ul role="list" className={styles.list}>
            {items.map((one) => (
              <li key={one.caseNumber + one.code} className={styles.entry}>
                <div className={styles.line}>
                  <Link href={`/staff/cases/${one.caseNumber}`} className={styles.name}>
                    {one.kind === 'conditions' ? (
                      t('conditionsName')
                    ) : (
                      <Bilingual chinese={one.name} english={one.nameEn} />
                    )}
                  </Link>
                  <Tag tone={one.toReview ? 'blue' : one.state === 'broken' ? 'bad' : 'plain'}>
                    {t(
                      one.kind === 'conditions'
                        ? `conditionState.${one.state}`
                        : `state.${one.state}`,
                    )}
                  </Tag>
                  {one.extensionAsked && <Tag tone="sun">{t('event.extensionAsked')}</Tag>}
                </div>
                <p className={list.meta}>
                  <span>
                    <Bilingual chinese={one.itemName} english={one.itemNameEn} />
                  </span>
                  <span>{one.caseNumber}</span>
                  <span lang="zh-CN">{one.applicantMasked}</span>
                  {one.dueOn && (
                    <span>
                      {t(one.kind === 'conditions' ? 'checkDue' : 'due', {
                        at: formatDate(one.dueOn, language, 'date'),
                      })}
                      {one.dueProvisional && t('provisional')}
                    </span>
                  )}
                </p>
              </li>
            ))}
          </ul>
        )}
      </ShowPage>
    </div>
  );
}
