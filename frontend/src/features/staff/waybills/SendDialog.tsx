import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CaseFile, sendWaybill, type WaybillDirection } from '@/api/generated';
import { newIdempotencyKey } from '@/api/setup';
import { Button, Choices, Dialog, DialogWays, Problem, TextField, useNameText } from '@/components';
import { fieldName, toProblem } from '@/lib/problem';
import { CheckGroup } from '../places/CheckGroup';
import { useAccount } from '../shell/SignedInAs';

/** Records that paper was sent: what, with whom, under which number and by when it should be there. */
export function SendDialog({
  file,
  onDone,
  onClose,
}: {
  file: CaseFile;
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('waybill');
  const nameText = useNameText();
  const counter = useAccount().posts.some((post) => post === 'hall' || post === 'township');
  const [direction, setDirection] = useState<WaybillDirection>(counter ? 'materials' : 'result');
  const [texts, setTexts] = useState({ carrier: '', number: '', expectedOn: '' });
  const [materials, setMaterials] = useState<string[]>([]);
  const [key, setKey] = useState(newIdempotencyKey);
  const send = useMutation({
    mutationFn: () =>
      sendWaybill({
        path: { caseNumber: file.caseNumber },
        headers: { 'Idempotency-Key': key },
        body: {
          direction,
          carrier: texts.carrier.trim(),
          number: texts.number.trim(),
          ...(direction === 'materials' && { materials }),
          ...(texts.expectedOn && { expectedOn: texts.expectedOn }),
        },
        throwOnError: true,
      }),
    onSuccess: onDone,
    onError: () => setKey(newIdempotencyKey()),
  });
  const problem = send.error && toProblem(send.error);
  const errorOf = (name: string) =>
    problem?.errors?.find((each) => fieldName(each.pointer ?? '') === name)?.detail;
  const field = (name: keyof typeof texts) => ({
    value: texts[name],
    error: errorOf(name),
    onChange: ({ target }: { target: { value: string } }) =>
      setTexts({ ...texts, [name]: target.value }),
  });
  return (
    <Dialog
      title={t('send')}
      locked={send.isPending}
      onClose={onClose}
      onSubmit={() => send.mutate()}
    >
      {problem && !problem.errors?.length && <Problem problem={problem} />}
      <Choices
        name="direction"
        legend={t('direction')}
        choices={(['materials', 'result'] as const).map((value) => ({
          value,
          label: t(`way.${value}`),
        }))}
        value={direction}
        onChange={setDirection}
      />
      {direction === 'materials' && (
        <CheckGroup
          legend={t('materials')}
          choices={file.requirements.map((each) => ({ value: each.code, label: nameText(each) }))}
          chosen={materials}
          onChange={setMaterials}
        />
      )}
      {errorOf('materials') && <p role="alert">{errorOf('materials')}</p>}
      <TextField
        label={t('carrier')}
        hint={t('carrierHint')}
        required
        maxLength={40}
        {...field('carrier')}
      />
      <TextField
        label={t('number')}
        hint={t('numberHint')}
        required
        pattern="[0-9A-Za-z]{4,40}"
        maxLength={40}
        width="medium"
        {...field('number')}
      />
      <TextField
        label={t('expectedOn')}
        hint={t('expectedHint')}
        optional
        type="date"
        width="short"
        {...field('expectedOn')}
      />
      <DialogWays>
        <Button type="submit" busy={send.isPending}>
          {t('record')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </DialogWays>
    </Dialog>
  );
}
