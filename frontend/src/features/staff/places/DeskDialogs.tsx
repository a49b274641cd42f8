import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDutyEntry, checkRoom, type DutyWay, type Place } from '@/api/generated';
import { newIdempotencyKey } from '@/api/setup';
import {
  Button,
  Dialog,
  DialogWays,
  ErrorSummary,
  Problem,
  SelectField,
  TextArea,
  TextField,
  useNameText,
} from '@/components';
import { ROOM_ITEMS, type RoomItem } from '@/components/place/Standard';
import { today } from '@/lib/deadline';
import { toProblem } from '@/lib/problem';
import { CheckGroup } from './CheckGroup';

/** What was found in a village room today. */
export function CheckDialog({
  place,
  onDone,
  onClose,
}: {
  place: Place;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('place');
  const nameText = useNameText();
  const [met, setMet] = useState<RoomItem[]>([]);
  const [checkedOn, setCheckedOn] = useState(today);
  const [key] = useState(newIdempotencyKey);
  const send = useMutation({
    mutationFn: () =>
      checkRoom({
        path: { code: place.code },
        headers: { 'Idempotency-Key': key },
        body: { checkedOn, met },
        throwOnError: true,
      }),
    onSuccess: onDone,
  });
  return (
    <Dialog
      title={t('desk.check')}
      aside={nameText(place)}
      locked={send.isPending}
      onClose={onClose}
      onSubmit={() => send.mutate()}
    >
      {send.error && <Problem problem={toProblem(send.error)} />}
      <TextField
        label={t('desk.checkedOn')}
        type="date"
        width="short"
        value={checkedOn}
        max={today()}
        onChange={({ target }) => setCheckedOn(target.value)}
      />
      <CheckGroup
        legend={t('desk.met')}
        choices={ROOM_ITEMS.map((item) => ({ value: item, label: t(`room.${item}`) }))}
        chosen={met}
        onChange={setMet}
      />
      <DialogWays>
        <Button type="submit" busy={send.isPending}>
          {t('desk.keep')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('desk.cancel')}
        </Button>
      </DialogWays>
    </Dialog>
  );
}

const WAYS: readonly DutyWay[] = ['visit', 'telephone', 'call'];
const NEEDED = ['who', 'matter', 'done'] as const;

/** A line of the duty register. */
export function EntryDialog({
  place,
  onDone,
  onClose,
}: {
  place: Place;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('place');
  const nameText = useNameText();
  const [way, setWay] = useState<DutyWay>('visit');
  const [said, setSaid] = useState({
    who: '',
    telephone: '',
    matter: '',
    done: '',
    caseNumber: '',
  });
  const [attempt, setAttempt] = useState(0);
  const [key] = useState(newIdempotencyKey);
  const missing = attempt > 0 ? NEEDED.filter((field) => !said[field].trim()) : [];
  const send = useMutation({
    mutationFn: () =>
      addDutyEntry({
        path: { code: place.code },
        headers: { 'Idempotency-Key': key },
        body: {
          way,
          who: said.who.trim(),
          matter: said.matter.trim(),
          done: said.done.trim(),
          ...(said.telephone.trim() && { telephone: said.telephone.trim() }),
          ...(said.caseNumber.trim() && { caseNumber: said.caseNumber.trim() }),
        },
        throwOnError: true,
      }),
    onSuccess: onDone,
  });
  const field = (name: keyof typeof said) => ({
    id: `entry-${name}`,
    value: said[name],
    error: missing.includes(name as (typeof NEEDED)[number])
      ? t('desk.missing', { what: t(name === 'telephone' ? 'telephone' : `desk.${name}`) })
      : undefined,
    onChange: ({ target }: { target: { value: string } }) =>
      setSaid({ ...said, [name]: target.value }),
  });
  return (
    <Dialog
      title={t('desk.enter')}
      aside={nameText(place)}
      locked={send.isPending}
      onClose={onClose}
      onSubmit={() => {
        setAttempt(attempt + 1);
        if (NEEDED.every((each) => said[each].trim())) send.mutate();
      }}
    >
      <ErrorSummary
        attempt={attempt}
        errors={missing.map((name) => ({
          fieldId: `entry-${name}`,
          text: t('desk.missing', { what: t(`desk.${name}`) }),
        }))}
      />
      {send.error && <Problem problem={toProblem(send.error)} />}
      <SelectField
        label={t('desk.way')}
        width="short"
        value={way}
        onChange={({ target }) => setWay(target.value as DutyWay)}
      >
        {WAYS.map((each) => (
          <option key={each} value={each}>
            {t(`desk.ways.${each}`)}
          </option>
        ))}
      </SelectField>
      <TextField label={t('desk.who')} maxLength={100} autoComplete="off" {...field('who')} />
      <TextField
        label={t('telephone')}
        optional
        maxLength={40}
        autoComplete="off"
        {...field('telephone')}
      />
      <TextArea label={t('desk.matter')} rows={2} maxLength={500} {...field('matter')} />
      <TextArea label={t('desk.done')} rows={2} maxLength={500} {...field('done')} />
      <TextField
        label={t('desk.caseNumber')}
        optional
        maxLength={30}
        autoComplete="off"
        {...field('caseNumber')}
      />
      <DialogWays>
        <Button type="submit" busy={send.isPending}>
          {t('desk.keep')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('desk.cancel')}
        </Button>
      </DialogWays>
    </Dialog>
  );
}
