import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import {
  type DelegatedPower,
  type Delegation,
  endDelegation,
  type Place,
  recordDelegation,
} from '@/api/generated';
import {
  listDelegationsInfiniteOptions,
  listPlacesOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import {
  Button,
  Empty,
  Loading,
  LoadMore,
  Name,
  Problem,
  SelectField,
  TextField,
  useNameText,
} from '@/components';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';
import { CheckGroup } from './CheckGroup';
import { EndDialog } from './EndDialog';
import { EntrustedEntry, TermFields, useTexts } from './Entrusted';
import styles from './Places.module.css';
import { PreviewDialog } from './PreviewDialog';

const POWERS: readonly DelegatedPower[] = ['accept', 'forward', 'issue'];

function RecordDialog({
  places,
  onDone,
  onClose,
}: {
  places: readonly Place[];
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('place');
  const nameText = useNameText();
  const [powers, setPowers] = useState<DelegatedPower[]>(['accept', 'issue']);
  const [texts, field] = useTexts({
    itemCode: '',
    placeCode: '',
    letterNumber: '',
    issuedBy: '',
    from: '',
    until: '',
  });
  return (
    <PreviewDialog
      title={t('delegations.record')}
      onDone={onDone}
      onClose={onClose}
      send={async (dryRun) => {
        const { until, ...rest } = texts;
        const body = { ...rest, powers, ...(until && { until }) };
        return (await recordDelegation({ body, query: { dryRun }, throwOnError: true })).data;
      }}
    >
      {(errorOf) => (
        <>
          <TextField
            label={t('delegations.itemCode')}
            maxLength={100}
            width="medium"
            {...field('itemCode', errorOf)}
          />
          <SelectField label={t('delegations.place')} {...field('placeCode', errorOf)}>
            <option value="">{t('intake.choose')}</option>
            {places.map((place) => (
              <option key={place.code} value={place.code}>
                {nameText(place)}
              </option>
            ))}
          </SelectField>
          <CheckGroup
            legend={t('delegations.powers')}
            choices={POWERS.map((power) => ({
              value: power,
              label: t(`delegations.power.${power}`),
            }))}
            chosen={powers}
            onChange={setPowers}
          />
          {errorOf('powers') && <p role="alert">{errorOf('powers')}</p>}
          <TextField
            label={t('delegations.letterNumber')}
            maxLength={100}
            {...field('letterNumber', errorOf)}
          />
          <TextField
            label={t('delegations.issuedBy')}
            maxLength={100}
            {...field('issuedBy', errorOf)}
          />
          <TermFields field={(name) => field(name, errorOf)} />
        </>
      )}
    </PreviewDialog>
  );
}

function Entry({ delegation, onEnd }: { delegation: Delegation; onEnd?: () => void }) {
  const { t } = useTranslation('place');
  return (
    <EntrustedEntry
      of={delegation}
      ground={`${delegation.letterNumber} · ${delegation.issuedBy}`}
      ending={onEnd && { label: t('delegations.end'), name: delegation.letterNumber, run: onEnd }}
    >
      <span>
        <Name of={delegation.department} /> → <Name of={delegation.place} />
      </span>
      <span>
        {delegation.powers.map((power) => t(`delegations.power.${power}`)).join(t('listSeparator'))}
      </span>
    </EntrustedEntry>
  );
}

/** What departments have delegated to townships. */
export function DelegationsPage() {
  const { t } = useTranslation(['place', 'common']);
  const account = useAccount();
  const nameText = useNameText();
  const [parameters, setParameters] = useSearchParams();
  const [recording, setRecording] = useState(false);
  const [ending, setEnding] = useState<Delegation>();
  usePageTitle(t('delegations.title'), t('common:site.name'));
  const manages = mayAny(account, ['places.manage']);
  const place = parameters.get('place') ?? '';
  const { data: centres } = useQuery({
    ...listPlacesOptions({ query: { kind: 'townshipCentre', limit: 100 } }),
    staleTime: 60_000,
  });
  const found = useInfiniteQuery({
    ...listDelegationsInfiniteOptions({ query: { ...(place && { place }), limit: 20 } }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });
  const delegations = found.data?.pages.flatMap((page) => page.items) ?? [];
  const done = () => {
    setRecording(false);
    setEnding(undefined);
    void found.refetch();
  };
  return (
    <div className={`wrap ${list.page}`}>
      <div className={list.head}>
        <h1>{t('delegations.title')}</h1>
        {manages && <Button onClick={() => setRecording(true)}>{t('delegations.record')}</Button>}
      </div>
      <p className="lead">{t('delegations.lead')}</p>
      <div className={styles.filters}>
        <SelectField
          label={t('delegations.place')}
          value={place}
          onChange={({ target }) =>
            setParameters(target.value ? { place: target.value } : {}, { replace: true })
          }
        >
          <option value="">{t('delegations.any')}</option>
          {(centres?.items ?? []).map((each) => (
            <option key={each.code} value={each.code}>
              {nameText(each)}
            </option>
          ))}
        </SelectField>
      </div>
      {found.isPending && <Loading lines={6} />}
      {found.error && <Problem problem={toProblem(found.error)} />}
      {found.data && delegations.length === 0 && <Empty title={t('delegations.none')} />}
      {delegations.length > 0 && (
        <>
          <ul role="list" className={styles.list}>
            {delegations.map((delegation) => (
              <Entry
                key={delegation.id}
                delegation={delegation}
                {...(manages && { onEnd: () => setEnding(delegation) })}
              />
            ))}
          </ul>
          <LoadMore
            shown={delegations.length}
            total={found.data?.pages[0]?.total ?? delegations.length}
            hasMore={found.hasNextPage}
            loading={found.isFetchingNextPage}
            onMore={() => void found.fetchNextPage()}
          />
        </>
      )}
      {recording && (
        <RecordDialog
          places={centres?.items ?? []}
          onDone={done}
          onClose={() => setRecording(false)}
        />
      )}
      {ending && (
        <EndDialog
          title={`${t('delegations.end')} ${ending.letterNumber}`}
          send={async (body, dryRun) =>
            (
              await endDelegation({
                path: { id: ending.id },
                query: { dryRun },
                body,
                throwOnError: true,
              })
            ).data
          }
          onDone={done}
          onClose={() => setEnding(undefined)}
        />
      )}
    </div>
  );
}
