import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerRectification, type DepartmentRectification } from '@/api/generated';
import { listDepartmentRectificationsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Button, Empty, LoadMore, Loading, Problem, Tag } from '@/components';
import { useLanguage } from '@/i18n';
import { formatDate } from '@/lib/format';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import styles from './Ratings.module.css';
import { STATE_TONES } from './tones';
import { WordsDialog } from './WordsDialog';

/** What one's own department has to put right; who rated isn't said unless the citizen allows it. */
export function DepartmentRectificationsPage() {
  const { t } = useTranslation(['ratings', 'common']);
  const language = useLanguage();
  const [answering, setAnswering] = useState<DepartmentRectification>();
  usePageTitle(t('answer.title'), t('common:site.name'));
  const found = useInfiniteQuery({
    ...listDepartmentRectificationsInfiniteOptions({ query: { limit: 30 } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? null,
    staleTime: 0,
  });
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const total = found.data?.pages[0]?.total ?? 0;
  const facts = (of: DepartmentRectification): [string, string | undefined][] => [
    [t('mending.problem'), of.problem],
    [t('answer.case'), of.caseNumber],
    [t('answer.words'), of.words],
    [t('mending.stillWrong'), of.stillWrong],
    [t('mending.answer'), of.answer],
  ];
  return (
    <div className={`wrap ${list.page}`}>
      <h1>{t('answer.title')}</h1>
      <p className="lead">{t('answer.lead')}</p>
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.isPending && <Loading lines={8} />}
      {found.data && total === 0 && <Empty title={t('answer.none')}>{t('answer.noneText')}</Empty>}
      {items.length > 0 && (
        <>
          <ul className={styles.list}>
            {items.map((one) => (
              <li key={one.id} className={styles.entry}>
                <div className={styles.line}>
                  <Tag tone={STATE_TONES[one.state]}>{t(`mending.states.${one.state}`)}</Tag>
                  {one.overdue && <Tag tone="bad">{t('mending.overdue')}</Tag>}
                  {one.dueOn && (
                    <span>
                      {t('mending.due', { at: formatDate(one.dueOn, language, 'date') })}
                      {one.dueProvisional && t('mending.provisional')}
                    </span>
                  )}
                </div>
                <dl className={styles.facts}>
                  {facts(one).map(
                    ([label, text]) =>
                      text && (
                        <div key={label}>
                          <dt>{label}</dt>
                          <dd lang="zh-CN">{text}</dd>
                        </div>
                      ),
                  )}
                </dl>
                {one.mayAnswer && (
                  <div className={styles.line}>
                    <Button onClick={() => setAnswering(one)}>{t('answer.answer')}</Button>
                  </div>
                )}
              </li>
            ))}
          </ul>
          <LoadMore
            shown={items.length}
            total={total}
            hasMore={found.hasNextPage}
            loading={found.isFetchingNextPage}
            onMore={() => void found.fetchNextPage()}
          />
        </>
      )}
      {answering && (
        <WordsDialog
          title={t('answer.answer')}
          label={t('answer.answerTitle')}
          hint={t('answer.answerHint')}
          onSend={(answer) =>
            answerRectification({
              path: { rectificationId: answering.id },
              headers: { 'If-Match': `"${answering.version}"` },
              body: { answer },
              throwOnError: true,
            })
          }
          onDone={() => {
            setAnswering(undefined);
            void found.refetch();
          }}
          onStale={() => void found.refetch()}
          onClose={() => setAnswering(undefined)}
        />
      )}
    </div>
  );
}
