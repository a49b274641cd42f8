import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  keepPlaylist,
  type Playlist,
  type PlaylistEntry,
  type PlaylistSlot,
} from '@/api/generated';
import { Button, Dialog, DialogWays, Problem, SelectField, TextField } from '@/components';
import styles from '../people/people.module.css';
import { mayAny } from '../rights';
import { useAccount } from '../shell/SignedInAs';
import { useTrial } from '../useTrial';
import { ChangeTable } from './ChangeTable';

const DAYS = ['all', 'working', 'rest'] as const;
const KINDS = ['cases', 'notices', 'bulletins', 'numbers', 'publications', 'supervision'] as const;
const NEW: PlaylistSlot = {
  days: 'all',
  from: '08:00',
  until: '18:00',
  entries: [{ kind: 'cases', seconds: 30 }],
};

function Entry({
  of,
  number,
  onChange,
  onRemove,
}: {
  of: PlaylistEntry;
  number: number;
  onChange: (entry: PlaylistEntry) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation('carriers');
  return (
    <fieldset className={`${styles.filters} ${styles.checks}`}>
      <legend>{t('playlist.entry', { number })}</legend>
      <SelectField
        label={t('playlist.kind')}
        value={of.kind}
        onChange={({ target }) =>
          onChange({ ...of, kind: KINDS.find((each) => each === target.value) ?? of.kind })
        }
      >
        {KINDS.map((each) => (
          <option key={each} value={each}>
            {t(`playlist.kinds.${each}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        type="number"
        label={t('playlist.secondsEach')}
        min={5}
        max={600}
        required
        value={of.seconds || ''}
        onChange={({ target }) => onChange({ ...of, seconds: Number(target.value) })}
      />
      <Button look="quiet" onClick={onRemove}>
        {t('playlist.removeEntry', { number })}
      </Button>
    </fieldset>
  );
}

function Slot({
  of,
  number,
  error,
  onChange,
  onRemove,
}: {
  of: PlaylistSlot;
  number: number;
  error: (field: string) => string | undefined;
  onChange: (slot: PlaylistSlot) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation('carriers');
  return (
    <section className={styles.section}>
      <div>
        <h2>{t('playlist.slot', { number })}</h2>
        <Button look="quiet" onClick={onRemove}>
          {t('playlist.removeSlot')}
        </Button>
      </div>
      <div className={styles.filters}>
        <SelectField
          label={t('playlist.days')}
          value={of.days}
          onChange={({ target }) =>
            onChange({ ...of, days: DAYS.find((each) => each === target.value) ?? of.days })
          }
        >
          {DAYS.map((each) => (
            <option key={each} value={each}>
              {t(`playlist.dayKind.${each}`)}
            </option>
          ))}
        </SelectField>
        {(['from', 'until'] as const).map((side) => (
          <TextField
            key={side}
            label={t(`playlist.${side}`)}
            error={error(side)}
            pattern="(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)"
            required
            maxLength={5}
            value={of[side]}
            onChange={({ target }) => onChange({ ...of, [side]: target.value })}
          />
        ))}
      </div>
      {of.entries.map((entry, at) => (
        <Entry
          key={at}
          of={entry}
          number={at + 1}
          onChange={(next) => onChange({ ...of, entries: of.entries.with(at, next) })}
          onRemove={() => onChange({ ...of, entries: of.entries.toSpliced(at, 1) })}
        />
      ))}
      <Button
        look="secondary"
        onClick={() =>
          onChange({ ...of, entries: [...of.entries, { kind: 'notices', seconds: 12 }] })
        }
      >
        {t('playlist.addEntry')}
      </Button>
    </section>
  );
}

/** Changes what a screen plays: what is written is tried first, and kept once its changes were seen. */
export function PlaylistEditor({
  screen,
  kept,
  tag,
  onDone,
}: {
  screen: string;
  kept: Playlist;
  tag: string;
  onDone: () => void;
}) {
  const { t } = useTranslation('carriers');
  const account = useAccount();
  const [slots, setSlots] = useState(kept.slots);
  const { tried, problem, busy, attempt, confirm, back } = useTrial(
    async (dryRun) =>
      (
        await keepPlaylist({
          path: { screen },
          query: { dryRun },
          headers: { 'If-Match': tag },
          body: { slots },
          throwOnError: true,
        })
      ).data,
    onDone,
  );

  return (
    <form
      className={styles.page}
      onSubmit={(event) => {
        event.preventDefault();
        attempt();
      }}
    >
      <p>
        <a href={`/board/${encodeURIComponent(screen)}`}>{t('playlist.watch')}</a>
      </p>
      {problem && <Problem problem={problem} />}
      {slots.length === 0 && <p className="quiet">{t('playlist.empty')}</p>}
      {slots.map((slot, at) => (
        <Slot
          key={at}
          of={slot}
          number={at + 1}
          error={(field) =>
            problem?.errors?.find((each) => each.pointer === `/slots/${at}/${field}`)?.detail
          }
          onChange={(next) => setSlots(slots.with(at, next))}
          onRemove={() => setSlots(slots.toSpliced(at, 1))}
        />
      ))}
      {mayAny(account, ['carriers.manage']) && (
        <div className={styles.ways}>
          <Button look="secondary" onClick={() => setSlots([...slots, NEW])}>
            {t('playlist.addSlot')}
          </Button>
          <Button type="submit" busy={busy}>
            {t('preview')}
          </Button>
        </div>
      )}
      {tried && (
        <Dialog title={t('preview')} locked={busy} onClose={back} onSubmit={confirm}>
          <ChangeTable changes={tried.changes} />
          <DialogWays>
            <Button type="submit" busy={busy}>
              {t('confirm')}
            </Button>
            <Button look="quiet" onClick={back}>
              {t('back')}
            </Button>
          </DialogWays>
        </Dialog>
      )}
    </form>
  );
}
