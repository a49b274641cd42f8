import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { closePost, type PostFile } from '@/api/generated';
import { listPostsInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import {
  Button,
  Empty,
  Loading,
  LoadMore,
  Name,
  Problem,
  SelectField,
  Table,
  Tag,
} from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';
import { ChangeDialog } from './ChangeDialog';
import styles from './people.module.css';
import { GivePost, NewPost } from './PostDialogs';
import { LEVELS, usePlaces } from './useWords';

/** The posts, who holds them, and who acts in them now. */
export function PostsPage() {
  const { t } = useTranslation(['people', 'common']);
  const queries = useQueryClient();
  const manage = mayAny(useAccount(), ['staff.manage']);
  const [parameters, setParameters] = useSearchParams();
  const [asked, setAsked] = useState<PostFile | 'new'>();
  const [closing, setClosing] = useState<PostFile>();
  const { departments } = usePlaces();
  usePageTitle(t('posts.title'), t('common:site.name'));
  const department = parameters.get('department');
  const level = LEVELS.find((each) => each === parameters.get('level'));
  const vacant = parameters.get('vacant') === 'true';
  const found = useInfiniteQuery({
    ...listPostsInfiniteOptions({
      query: {
        ...(department && { department }),
        ...(level && { level }),
        ...(vacant && { vacant }),
        limit: 30,
      },
    }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? null,
    placeholderData: keepPreviousData,
  });
  const posts = found.data?.pages.flatMap((page) => page.items) ?? [];

  function set(key: string, value: string) {
    setParameters(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(key, value);
        else next.delete(key);
        return next;
      },
      { replace: true },
    );
  }
  function done() {
    setAsked(undefined);
    setClosing(undefined);
    void queries.invalidateQueries();
  }

  return (
    <div className={`wrap ${styles.page}`}>
      <div className={styles.head}>
        <h1>{t('posts.title')}</h1>
        {manage && <Button onClick={() => setAsked('new')}>{t('posts.add')}</Button>}
      </div>
      <div className={styles.filters} role="search">
        <SelectField
          label={t('field.department')}
          value={department ?? ''}
          onChange={(event) => set('department', event.target.value)}
        >
          <option value="">{t('all')}</option>
          {departments.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('field.level')}
          value={level ?? ''}
          onChange={(event) => set('level', event.target.value)}
        >
          <option value="">{t('all')}</option>
          {LEVELS.map((one) => (
            <option key={one} value={one}>
              {t(`level.${one}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('posts.acting')}
          value={vacant ? 'true' : ''}
          onChange={(event) => set('vacant', event.target.value)}
        >
          <option value="">{t('all')}</option>
          <option value="true">{t('posts.vacant')}</option>
        </SelectField>
      </div>
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.isPending && <Loading lines={8} />}
      {found.data && posts.length === 0 && <Empty title={t('posts.none')} />}
      {posts.length > 0 && (
        <>
          <Table
            caption={t('posts.title')}
            rows={posts}
            rowKey={(post) => post.id}
            columns={[
              {
                key: 'name',
                header: t('field.post'),
                rowHeader: true,
                cell: (post) => <Name of={post} />,
              },
              {
                key: 'where',
                header: t('posts.where'),
                cell: (post) =>
                  post.department ? (
                    <Name of={post.department} />
                  ) : post.region ? (
                    <Name of={post.region} />
                  ) : (
                    '–'
                  ),
              },
              { key: 'level', header: t('field.level'), cell: (post) => t(`level.${post.level}`) },
              {
                key: 'holders',
                header: t('posts.holders'),
                cell: (post) => (
                  <ul role="list" className={styles.posts}>
                    {post.holders
                      .filter((holder) => holder.state !== 'over')
                      .map((holder) => (
                        <li key={holder.holderId}>
                          <Link href={`/staff/people/${encodeURIComponent(holder.account)}`}>
                            <Name of={holder} />
                          </Link>{' '}
                          <Tag>{t(`part.${holder.part}`)}</Tag>
                          {holder.absent && <Tag tone="sun">{t('value.absent')}</Tag>}
                        </li>
                      ))}
                  </ul>
                ),
              },
              {
                key: 'acting',
                header: t('posts.acting'),
                cell: (post) =>
                  post.acting.length === 0 ? (
                    <Tag tone="bad">{t('posts.vacant')}</Tag>
                  ) : (
                    post.acting.map((one) => (
                      <Tag key={one.account} tone="good">
                        <Name of={one} />
                      </Tag>
                    ))
                  ),
              },
              {
                key: 'way',
                header: t('way'),
                cell: (post) =>
                  manage ? (
                    <div className={styles.ways}>
                      <Button
                        look="quiet"
                        aria-label={t('posts.give', { post: post.name })}
                        onClick={() => setAsked(post)}
                      >
                        {t('posts.giveShort')}
                      </Button>
                      {post.holders.every((holder) => holder.state === 'over') && (
                        <Button look="quiet" onClick={() => setClosing(post)}>
                          {t('posts.close')}
                        </Button>
                      )}
                    </div>
                  ) : (
                    '–'
                  ),
              },
            ]}
          />
          <LoadMore
            shown={posts.length}
            total={found.data?.pages[0]?.total ?? posts.length}
            hasMore={found.hasNextPage}
            loading={found.isFetchingNextPage}
            onMore={() => void found.fetchNextPage()}
          />
        </>
      )}
      {asked === 'new' && (
        <NewPost department={department} onDone={done} onClose={() => setAsked(undefined)} />
      )}
      {asked && asked !== 'new' && (
        <GivePost post={asked} onDone={done} onClose={() => setAsked(undefined)} />
      )}
      {closing && (
        <ChangeDialog
          title={t('posts.close')}
          text={closing.name}
          send={async (_, dryRun) =>
            (await closePost({ path: { id: closing.id }, query: { dryRun }, throwOnError: true }))
              .data
          }
          onDone={done}
          onClose={() => setClosing(undefined)}
        />
      )}
    </div>
  );
}
