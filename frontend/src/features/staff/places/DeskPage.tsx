import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import type { Place } from '@/api/generated';
import {
  listDutyEntriesOptions,
  listRoomChecksOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import {
  Button,
  ButtonLink,
  DateTime,
  Empty,
  Loading,
  Problem,
  SelectField,
  useNameText,
} from '@/components';
import { Standard } from '@/components/place';
import { toProblem } from '@/lib/problem';
import { usePageTitle } from '@/lib/title';
import list from '../List.module.css';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';
import { CheckDialog, EntryDialog } from './DeskDialogs';
import styles from './Places.module.css';
import { useOwnPlaces } from './useOwnPlaces';

function RoomChecks({ place }: { place: Place }) {
  const { t } = useTranslation('place');
  const account = useAccount();
  const [adding, setAdding] = useState(false);
  const checks = useQuery(listRoomChecksOptions({ path: { code: place.code } }));
  return (
    <section className={styles.part} aria-labelledby="room-checks">
      <div className={styles.line}>
        <h2 id="room-checks">{t('desk.checks')}</h2>
        {mayAny(account, ['rooms.inspect']) && (
          <Button look="secondary" onClick={() => setAdding(true)}>
            {t('desk.check')}
          </Button>
        )}
      </div>
      {checks.error && <Problem problem={toProblem(checks.error)} />}
      {checks.data?.length === 0 && <Empty title={t('desk.never')} />}
      {checks.data && checks.data.length > 0 && (
        <ul role="list" className={styles.list}>
          {checks.data.map((check) => (
            <li key={check.id} className={styles.entry}>
              <p className={styles.meta}>
                <DateTime value={check.checkedOn} as="date" />
                <span lang="zh-CN">{check.byName}</span>
              </p>
              <Standard met={check.met} />
            </li>
          ))}
        </ul>
      )}
      {adding && (
        <CheckDialog
          place={place}
          onDone={() => {
            setAdding(false);
            void checks.refetch();
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </section>
  );
}

function DutyRegister({ place }: { place: Place }) {
  const { t } = useTranslation('place');
  const account = useAccount();
  const [adding, setAdding] = useState(false);
  const entries = useQuery({
    ...listDutyEntriesOptions({ path: { code: place.code }, query: { limit: 50 } }),
    staleTime: 60_000,
    retry: false,
  });
  const problem = entries.error && toProblem(entries.error);
  // Somebody else's register isn't there.
  if (problem?.status === 404) return null;
  return (
    <section className={styles.part} aria-labelledby="duty-register">
      <div className={styles.line}>
        <h2 id="duty-register">{t('desk.register')}</h2>
        {entries.data && mayAny(account, ['dutyRegister.keep']) && (
          <Button look="secondary" onClick={() => setAdding(true)}>
            {t('desk.enter')}
          </Button>
        )}
      </div>
      <p className="small quiet">{t('desk.registerNote')}</p>
      {problem && <Problem problem={problem} onRetry={() => void entries.refetch()} />}
      {entries.data?.items.length === 0 && <Empty title={t('desk.registerNone')} />}
      {entries.data && entries.data.items.length > 0 && (
        <ul role="list" className={styles.list}>
          {entries.data.items.map((entry) => (
            <li key={entry.id} className={styles.entry}>
              <p className={styles.meta}>
                <DateTime value={entry.at} />
                <span>{t(`desk.ways.${entry.way}`)}</span>
                <span lang="zh-CN">{entry.byName}</span>
              </p>
              <p className={styles.said} lang="zh-CN">
                <b>
                  {entry.who} {entry.telephone}
                </b>{' '}
                {entry.matter}
              </p>
              <p className={styles.said} lang="zh-CN">
                → {entry.done}
                {entry.caseNumber && (
                  <>
                    {' '}
                    <Link href={`/staff/cases/${entry.caseNumber}`}>{entry.caseNumber}</Link>
                  </>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
      {entries.data && (
        <p className="small quiet" lang="zh-CN">
          {t('desk.readLately')}{' '}
          {[...new Set(entries.data.readings.map((reading) => reading.byName))].join('、')}
        </p>
      )}
      {adding && (
        <EntryDialog
          place={place}
          onDone={() => {
            setAdding(false);
            void entries.refetch();
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </section>
  );
}

/** A township's or village's own desk: its rooms' checks and its register. */
export function DeskPage() {
  const { t } = useTranslation(['place', 'common']);
  const account = useAccount();
  const nameText = useNameText();
  const [parameters, setParameters] = useSearchParams();
  usePageTitle(t('desk.title'), t('common:site.name'));
  const places = useOwnPlaces();
  const all = (places.data?.items ?? []).filter((place) => place.kind !== 'cityHall');
  const chosen = all.find((place) => place.code === parameters.get('place')) ?? all[0];
  return (
    <div className={`wrap ${list.page}`}>
      <div className={list.head}>
        <h1>{t('desk.title')}</h1>
        {mayAny(account, ['dutyRegister.keep']) && (
          <ButtonLink href="/staff/intake">{t('desk.intake')}</ButtonLink>
        )}
      </div>
      <p className="lead">{t('desk.lead')}</p>
      {places.isPending && <Loading lines={4} />}
      {places.error && <Problem problem={toProblem(places.error)} />}
      {all.length > 0 && (
        <div className={styles.filters}>
          <SelectField
            label={t('desk.mine')}
            value={chosen?.code ?? ''}
            onChange={({ target }) => setParameters({ place: target.value }, { replace: true })}
          >
            {all.map((place) => (
              <option key={place.code} value={place.code}>
                {nameText(place)}
              </option>
            ))}
          </SelectField>
        </div>
      )}
      {chosen?.kind === 'villageRoom' && (
        <RoomChecks key={`checks ${chosen.code}`} place={chosen} />
      )}
      {chosen && <DutyRegister key={chosen.code} place={chosen} />}
    </div>
  );
}
