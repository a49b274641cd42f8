import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import {
  addPostHolder,
  closePost,
  createPost,
  type PostFile,
  type PostLevel,
  type PostPart,
} from '@/api/generated';
import {
  listPostsInfiniteOptions,
  listStaffOptions,
} from '@/api/generated/@tanstack/react-query.gen';
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
  useNameText,
} from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';
import { cityTime, given, text } from './change';
import { ChangeDialog } from './ChangeDialog';
import styles from './people.module.css';
import { LEVELS, POST_CODES, usePlaces } from './useWords';

function Give({
  post,
  onDone,
  onClose,
}: {
  post: PostFile;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('people');
  const name = useNameText();
  const people = useQuery(
    listStaffOptions({
      query: { limit: 100, ...(post.department && { department: post.department.code }) },
    }),
  );
  return (
    <ChangeDialog
      title={t('posts.give', { post: name(post) })}
      fields={[
        {
          name: 'account',
          label: t('field.name'),
          kind: 'select',
          choices: (people.data?.items ?? []).map((person) => ({
            value: person.account,
            label: `${name(person)} (${person.account})`,
          })),
        },
        {
          name: 'part',
          label: t('field.part'),
          hint: t('hint.part'),
          kind: 'select',
          choices: [
            { value: 'A', label: t('part.A') },
            { value: 'B', label: t('part.B') },
          ],
        },
        { name: 'from', label: t('from'), hint: t('hint.now'), kind: 'dateTime', optional: true },
        { name: 'until', label: t('until'), kind: 'dateTime', optional: true },
      ]}
      initial={{ part: 'A' }}
      send={async (values, dryRun) => {
        const from = cityTime(text(values, 'from'));
        const until = cityTime(text(values, 'until'));
        return (
          await addPostHolder({
            path: { id: post.id },
            query: { dryRun },
            body: {
              account: text(values, 'account'),
              part: text(values, 'part') as PostPart,
              ...(from && { from }),
              ...(until && { until }),
            },
            throwOnError: true,
          })
        ).data;
      }}
      onDone={onDone}
      onClose={onClose}
    />
  );
}

/** The posts, who holds them, and who acts in them now. */
export function PostsPage() {
  const { t } = useTranslation(['people', 'common']);
  const queries = useQueryClient();
  const manage = mayAny(useAccount(), ['staff.manage']);
  const [parameters, setParameters] = useSearchParams();
  const [asked, setAsked] = useState<PostFile | 'new'>();
  const [closing, setClosing] = useState<PostFile>();
  const { departments, regions } = usePlaces();
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
        <ChangeDialog
          title={t('posts.add')}
          fields={[
            {
              name: 'code',
              label: t('field.code'),
              kind: 'select',
              choices: POST_CODES.map((code) => ({ value: code, label: t(`kind.${code}`) })),
            },
            { name: 'name', label: t('field.name'), kind: 'text' },
            { name: 'nameEn', label: t('field.nameEn'), kind: 'text', optional: true },
            {
              name: 'level',
              label: t('field.level'),
              kind: 'select',
              choices: LEVELS.map((one) => ({ value: one, label: t(`level.${one}`) })),
            },
            {
              name: 'departmentCode',
              label: t('field.department'),
              kind: 'select',
              choices: departments,
              optional: true,
            },
            {
              name: 'regionCode',
              label: t('field.region'),
              kind: 'select',
              choices: regions,
              optional: true,
            },
          ]}
          initial={{ code: 'window', level: 'window', departmentCode: department ?? '' }}
          send={async (values, dryRun) =>
            (
              await createPost({
                query: { dryRun },
                body: {
                  code: text(values, 'code'),
                  name: text(values, 'name'),
                  level: text(values, 'level') as PostLevel,
                  ...given(values, ['nameEn', 'departmentCode', 'regionCode']),
                },
                throwOnError: true,
              })
            ).data
          }
          onDone={done}
          onClose={() => setAsked(undefined)}
        />
      )}
      {asked && asked !== 'new' && (
        <Give post={asked} onDone={done} onClose={() => setAsked(undefined)} />
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
