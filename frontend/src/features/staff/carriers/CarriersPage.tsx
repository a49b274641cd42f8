import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { listCarriersInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Bilingual, Button, DateTime, Name, SelectField, SettledField } from '@/components';
import { usePageTitle } from '@/lib/title';
import { useFilters } from '@/lib/filters';
import { Register } from '../Register';
import styles from '../Register.module.css';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';
import { CarrierDialog } from './CarrierDialog';
import { KINDS, StateTag } from './words';

/** Where things are shown, and how each is. What is filtered stands in the address. */
export function CarriersPage() {
  const { t } = useTranslation(['carriers', 'common']);
  const { text, put } = useFilters();
  const account = useAccount();
  const [, go] = useLocation();
  const [adding, setAdding] = useState(false);
  usePageTitle(t('title'), t('common:site.name'));
  const kind = KINDS.find((each) => each === text('kind'));
  const q = text('q');
  const found = useInfiniteQuery({
    ...listCarriersInfiniteOptions({
      query: {
        ...(q && { q }),
        ...(kind && { kind }),
        ...(text('attention') && { attention: true }),
        ...(text('attention') === 'mine' && { mine: true }),
        limit: 50,
      },
    }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? null,
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  });
  const counts = found.data?.pages[0]?.counts;
  return (
    <>
      <Register
        texts={{
          title: t('title'),
          lead: t('lead'),
          filters: t('filters'),
          none: t('none'),
          noneText: t('noneText'),
        }}
        filters={
          <>
            <SettledField
              label={t('q')}
              value={q}
              maxLength={100}
              onChange={(typed) => put('q', typed)}
            />
            <SelectField
              label={t('kindLabel')}
              value={kind ?? ''}
              onChange={(event) => put('kind', event.target.value)}
            >
              <option value="">{t('any')}</option>
              {KINDS.map((each) => (
                <option key={each} value={each}>
                  {t(`kind.${each}`)}
                </option>
              ))}
            </SelectField>
            <SelectField
              label={t('stateLabel')}
              value={text('attention')}
              onChange={(event) => put('attention', event.target.value)}
            >
              <option value="">{t('any')}</option>
              <option value="yes">{t('attention')}</option>
              <option value="mine">{t('mine')}</option>
            </SelectField>
            {mayAny(account, ['carriers.manage']) && (
              <div>
                <Button onClick={() => setAdding(true)}>{t('add')}</Button>
              </div>
            )}
          </>
        }
        found={found}
        rows={found.data?.pages.flatMap((page) =>
          page.items.map((each) => ({ ...each, id: each.code })),
        )}
        ways={
          counts && (
            <p>
              {t('count', {
                total: counts.all,
                paired: counts.paired,
                silent: counts.silent,
                overdue: counts.overdue,
              })}
              {' · '}
              <Link href="/staff/carriers/playlists">{t('playlist.title')}</Link>
              {' · '}
              <Link href="/staff/carriers/notices">{t('notice.title')}</Link>
              {mayAny(account, ['carriers.manage']) && (
                <>
                  {' · '}
                  <Link href="/staff/carriers/import">{t('import.title')}</Link>
                </>
              )}
            </p>
          )
        }
        columns={[
          {
            key: 'name',
            header: t('title'),
            rowHeader: true,
            cell: (carrier) => (
              <>
                <Link href={`/staff/carriers/${carrier.code}`}>
                  <Name of={carrier} />
                </Link>
                <span className={styles.more}>
                  {t(`kind.${carrier.kind}`)} {carrier.code}
                </span>
              </>
            ),
          },
          {
            key: 'state',
            header: t('stateLabel'),
            cell: (carrier) => (
              <>
                <StateTag state={carrier.state} />
                {carrier.silentSince && (
                  <span className={styles.more}>
                    {t('since')} <DateTime value={carrier.silentSince} />
                  </span>
                )}
                {carrier.state === 'overdue' && (
                  <span className={styles.more}>
                    {t('dueOn')} {carrier.postingDueOn}
                  </span>
                )}
              </>
            ),
          },
          {
            key: 'where',
            header: t('where'),
            cell: (carrier) => <Bilingual chinese={carrier.place} english={carrier.placeEn} />,
          },
          {
            key: 'who',
            header: t('who'),
            cell: (carrier) => (
              <>
                <Name of={carrier.responsible} />
                <span className={styles.more}>
                  <Name of={carrier.department} />
                </span>
              </>
            ),
          },
        ]}
      />
      {adding && (
        <CarrierDialog
          onClose={() => setAdding(false)}
          onDone={(code) => go(`/staff/carriers/${code}`)}
        />
      )}
    </>
  );
}
