import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Fragment, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { createStaffMember, type Role, type StaffMember, type StaffState } from '@/api/generated';
import { listStaffInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import {
  Button,
  ButtonLink,
  Empty,
  Loading,
  LoadMore,
  Name,
  Problem,
  SelectField,
  Table,
  Tag,
  TextField,
} from '@/components';
import { useSettled } from '@/lib/debounce';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';
import { given, list, text } from './change';
import { ChangeDialog } from './ChangeDialog';
import styles from './people.module.css';
import { usePersonFields } from './usePersonFields';
import { usePlaces } from './useWords';

const STATES = ['active', 'absent', 'disabled'] as const;
const TONES = { active: 'good', absent: 'sun', disabled: 'bad' } as const;

export function StateTag({ state }: { state: StaffState }) {
  const { t } = useTranslation('people');
  return <Tag tone={TONES[state]}>{t(`value.${state}`)}</Tag>;
}

function Posts({ of }: { of: StaffMember }) {
  const { t } = useTranslation('people');
  if (of.posts.length === 0) return <span className="quiet">{t('nothing')}</span>;
  return (
    <ul role="list" className={styles.posts}>
      {of.posts.map((post, index) => (
        <li key={index}>
          <Name of={post} />{' '}
          <Tag tone={post.acting ? 'blue' : 'plain'}>{t(`part.${post.part}`)}</Tag>
        </li>
      ))}
    </ul>
  );
}

/** Long ones break after their department. */
function Account({ of }: { of: string }) {
  const [first, ...rest] = of.split('.');
  return (
    <>
      {first}
      {rest.map((part) => (
        <Fragment key={part}>
          .<wbr />
          {part}
        </Fragment>
      ))}
    </>
  );
}

/** Who works where. */
export function PeoplePage() {
  const { t } = useTranslation(['people', 'common']);
  const queries = useQueryClient();
  const account = useAccount();
  const [parameters, setParameters] = useSearchParams();
  const [typed, setTyped] = useState(parameters.get('q') ?? '');
  const [adding, setAdding] = useState(false);
  const settled = useSettled(typed.trim(), 300);
  const { departments } = usePlaces();
  const fields = usePersonFields(true);
  usePageTitle(t('title'), t('common:site.name'));

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
  useEffect(() => {
    if (settled !== (parameters.get('q') ?? '')) set('q', settled);
    // Only when somebody has stopped typing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [settled]);

  const q = parameters.get('q');
  const department = parameters.get('department');
  const state = STATES.find((each) => each === parameters.get('state'));
  const found = useInfiniteQuery({
    ...listStaffInfiniteOptions({
      query: {
        ...(q && { q }),
        ...(department && { department }),
        ...(state && { state }),
        limit: 30,
      },
    }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? null,
    placeholderData: keepPreviousData,
  });
  const people = found.data?.pages.flatMap((page) => page.items) ?? [];

  return (
    <div className={`wrap ${styles.page}`}>
      <div className={styles.head}>
        <h1>{t('title')}</h1>
        {mayAny(account, ['staff.manage']) && (
          <div className={styles.ways}>
            <Button onClick={() => setAdding(true)}>{t('person.add')}</Button>
            <ButtonLink look="secondary" href="/staff/people/import">
              {t('import.title')}
            </ButtonLink>
          </div>
        )}
      </div>
      <div className={styles.filters} role="search">
        <TextField
          type="search"
          label={t('find')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
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
          label={t('field.state')}
          value={state ?? ''}
          onChange={(event) => set('state', event.target.value)}
        >
          <option value="">{t('all')}</option>
          {STATES.map((each) => (
            <option key={each} value={each}>
              {t(`value.${each}`)}
            </option>
          ))}
        </SelectField>
      </div>
      {found.error && (
        <Problem problem={toProblem(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.isPending && <Loading lines={8} />}
      {found.data && people.length === 0 && <Empty title={t('none')} />}
      {people.length > 0 && (
        <>
          <Table
            caption={t('title')}
            rows={people}
            rowKey={(person) => person.account}
            columns={[
              {
                key: 'name',
                header: t('field.name'),
                rowHeader: true,
                cell: (person) => (
                  <Link href={`/staff/people/${encodeURIComponent(person.account)}`}>
                    <Name of={person} />
                  </Link>
                ),
              },
              {
                key: 'account',
                header: t('field.account'),
                cell: (person) => <Account of={person.account} />,
              },
              {
                key: 'department',
                header: t('field.department'),
                cell: (person) => (person.department ? <Name of={person.department} /> : '–'),
              },
              {
                key: 'roles',
                header: t('field.roles'),
                cell: (person) =>
                  person.roles.map((role: Role) => t(`role.${role}`)).join(t('and')) || '–',
              },
              { key: 'posts', header: t('posts.title'), cell: (person) => <Posts of={person} /> },
              {
                key: 'state',
                header: t('field.state'),
                cell: (person) => <StateTag state={person.state} />,
              },
            ]}
          />
          <LoadMore
            shown={people.length}
            total={found.data?.pages[0]?.total ?? people.length}
            hasMore={found.hasNextPage}
            loading={found.isFetchingNextPage}
            onMore={() => void found.fetchNextPage()}
          />
        </>
      )}
      {adding && (
        <ChangeDialog
          title={t('person.add')}
          fields={fields}
          initial={{ roles: [], ...(department && { departmentCode: department }) }}
          send={async (values, dryRun) =>
            (
              await createStaffMember({
                query: { dryRun },
                body: {
                  account: text(values, 'account'),
                  name: text(values, 'name'),
                  roles: list(values, 'roles') as Role[],
                  ...given(values, [
                    'nameEn',
                    'title',
                    'departmentCode',
                    'regionCode',
                    'identityNumber',
                  ]),
                },
                throwOnError: true,
              })
            ).data
          }
          onDone={() => {
            setAdding(false);
            void queries.invalidateQueries();
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  );
}
