import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CameraViewing, type CameraViewingReason, openCameraViewing } from '@/api/generated';
import { listCamerasOptions } from '@/api/generated/@tanstack/react-query.gen';
import { newIdempotencyKey } from '@/api/setup';
import { Button, Problem, SelectField, TextArea, TextField, useNameText } from '@/components';
import { fieldName, toProblem } from '@/lib/problem';
import styles from './Cameras.module.css';
import { dayOf, later, momentOf } from './span';
import { REASONS } from './words';

const MINUTES = [5, 10, 15, 30, 60, 120] as const;

/** Asks for a window and a time, and why somebody wants to see it. */
export function OpenForm({ onOpened }: { onOpened: (viewing: CameraViewing) => void }) {
  const { t } = useTranslation('cameras');
  const nameText = useNameText();
  const [typed, setTyped] = useState({
    place: '',
    camera: '',
    day: dayOf(new Date()),
    time: '10:00',
    minutes: '15',
    kind: 'complaint' as CameraViewingReason,
    reason: '',
  });
  const put = (field: keyof typeof typed) => (event: { target: { value: string } }) =>
    setTyped((before) => ({ ...before, [field]: event.target.value }));
  const cameras = useQuery(listCamerasOptions({ query: { day: typed.day, limit: 100 } }));
  const all = cameras.data?.items ?? [];
  const places = [...new Map(all.map((each) => [each.place.code, each.place])).values()];
  const place = places.some((each) => each.code === typed.place) ? typed.place : places[0]?.code;
  const here = all.filter((each) => each.place.code === place);
  const camera = here.some((each) => each.code === typed.camera) ? typed.camera : here[0]?.code;
  const open = useMutation({
    mutationFn: async () => {
      const from = momentOf(typed.day, typed.time);
      const { data } = await openCameraViewing({
        headers: { 'Idempotency-Key': newIdempotencyKey() },
        body: {
          camera: camera ?? '',
          from,
          until: later(from, Number(typed.minutes)),
          reasonKind: typed.kind,
          reason: typed.reason,
        },
        throwOnError: true,
      });
      return data;
    },
    onSuccess: onOpened,
  });
  const problem = open.error ? toProblem(open.error) : undefined;
  const errorOf = (field: string) =>
    problem?.errors?.find((each) => fieldName(each.pointer ?? '') === field)?.detail;
  return (
    <form
      className={styles.form}
      aria-label={t('open.title')}
      onSubmit={(event) => {
        event.preventDefault();
        open.mutate();
      }}
    >
      <div className={styles.fields}>
        <SelectField label={t('open.place')} value={place ?? ''} onChange={put('place')}>
          {places.map((each) => (
            <option key={each.code} value={each.code}>
              {nameText(each)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('open.window')}
          value={camera ?? ''}
          error={errorOf('camera')}
          onChange={put('camera')}
        >
          {here.map((each) => (
            <option key={each.code} value={each.code}>
              {t('camera.window', { window: each.window })} · {nameText(each.department)}
            </option>
          ))}
        </SelectField>
        <TextField
          type="date"
          required
          max={dayOf(new Date())}
          label={t('open.day')}
          value={typed.day}
          onChange={put('day')}
        />
        <TextField
          type="time"
          required
          label={t('open.time')}
          value={typed.time}
          error={errorOf('from')}
          onChange={put('time')}
        />
        <SelectField
          label={t('open.minutes')}
          value={typed.minutes}
          error={errorOf('until')}
          onChange={put('minutes')}
        >
          {MINUTES.map((each) => (
            <option key={each} value={each}>
              {t('open.minutesOf', { count: each })}
            </option>
          ))}
        </SelectField>
        <SelectField label={t('open.kind')} value={typed.kind} onChange={put('kind')}>
          {REASONS.map((each) => (
            <option key={each} value={each}>
              {t(`reason.${each}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <TextArea
        required
        rows={2}
        maxLength={500}
        label={t('open.reason')}
        hint={t('open.reasonHint')}
        value={typed.reason}
        error={errorOf('reason')}
        onChange={put('reason')}
      />
      {problem && <Problem problem={problem} />}
      {cameras.error && <Problem problem={toProblem(cameras.error)} />}
      {cameras.data && all.length === 0 && <p role="status">{t('open.noCamera')}</p>}
      <Button type="submit" busy={open.isPending} disabled={!camera}>
        {t('open.send')}
      </Button>
    </form>
  );
}
