import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BookableSchedule, bookForClient } from '@/api/generated';
import { listSlotsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { newIdempotencyKey } from '@/api/setup';
import { Button, Problem, SelectField, TextField, useNameText } from '@/components';
import { type Slot, SlotField } from '@/components/appointment';
import { toProblem } from '@/lib/problem';
import { useOwnPlaces } from '../places/useOwnPlaces';
import styles from './Agents.module.css';

const NO_SLOT: Slot = { day: '', starts: '' };

/** Books for a client at a window: where, what for, when. Visits at home the client books. */
export function BookFor({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useTranslation('agency');
  const nameText = useNameText();
  const [place, setPlace] = useState('');
  const [schedule, setSchedule] = useState<BookableSchedule>();
  const [slot, setSlot] = useState<Slot>(NO_SLOT);
  const [about, setAbout] = useState('');
  const [tried, setTried] = useState(false);
  const [key, setKey] = useState(newIdempotencyKey);
  const places = useOwnPlaces();
  const slots = useQuery({
    ...listSlotsOptions({ path: { code: place } }),
    enabled: place !== '',
    staleTime: 0,
  });
  const windows = (slots.data ?? []).filter((each) => each.way === 'window');
  const send = useMutation({
    mutationFn: (of: BookableSchedule) =>
      bookForClient({
        path: { id },
        headers: { 'Idempotency-Key': key },
        body: {
          slot: { scheduleId: of.id, ...slot },
          ...(about.trim() && { about: about.trim() }),
        },
        throwOnError: true,
      }),
    onSuccess: () => {
      setSchedule(undefined);
      setSlot(NO_SLOT);
      setAbout('');
      setTried(false);
      onDone();
    },
    onSettled: () => setKey(newIdempotencyKey()),
  });
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (schedule && slot.starts) send.mutate(schedule);
      }}
    >
      {send.error && <Problem problem={toProblem(send.error)} />}
      <p role="status">{send.data && t('book.done', { number: send.data.data.number })}</p>
      <SelectField
        label={t('book.place')}
        error={tried && !place ? t('missing') : undefined}
        value={place}
        onChange={({ target }) => {
          setPlace(target.value);
          setSchedule(undefined);
          setSlot(NO_SLOT);
        }}
      >
        <option value="">{t('choose')}</option>
        {(places.data?.items ?? []).map((each) => (
          <option key={each.code} value={each.code}>
            {nameText(each)}
          </option>
        ))}
      </SelectField>
      {slots.data && windows.length === 0 && <p>{t('book.nothing')}</p>}
      {windows.length > 0 && (
        <SelectField
          label={t('book.what')}
          error={tried && !schedule ? t('missing') : undefined}
          value={schedule?.id ?? ''}
          onChange={({ target }) => {
            setSchedule(windows.find((each) => each.id === target.value));
            setSlot(NO_SLOT);
          }}
        >
          <option value="">{t('choose')}</option>
          {windows.map((each) => (
            <option key={each.id} value={each.id}>
              {nameText(each)}
            </option>
          ))}
        </SelectField>
      )}
      {schedule && (
        <>
          <SlotField
            schedule={schedule}
            slot={slot}
            error={tried && !slot.starts ? t('missing') : undefined}
            onChange={setSlot}
          />
          <TextField
            label={t('book.about')}
            optional
            maxLength={300}
            value={about}
            onChange={({ target }) => setAbout(target.value)}
          />
          <div>
            <Button type="submit" busy={send.isPending}>
              {t('book.send')}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}
