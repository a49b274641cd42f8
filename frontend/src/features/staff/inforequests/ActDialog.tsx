import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  actOnInfoRequest,
  type InfoRequestActionCode,
  type OpenedInfoRequest,
} from '@/api/generated';
import {
  Button,
  Dialog,
  DialogWays,
  ErrorSummary,
  Problem,
  SelectField,
  TextArea,
  TextField,
} from '@/components';
import { fieldName, toProblem } from '@/lib/problem';
import { DecisionFields } from './DecisionFields';
import { command, missingOf, startOf, takes, type TypedAct } from './typedAct';

const CONSULTED = ['thirdParty', 'authority'] as const;
const OPINIONS = ['agrees', 'objects', 'none'] as const;

/** Asks for what an action needs, and does it. */
export function ActDialog({
  of,
  action,
  idempotencyKey,
  onDone,
  onStale,
  onClose,
}: {
  of: OpenedInfoRequest;
  action: InfoRequestActionCode;
  idempotencyKey: string;
  onDone: () => void;
  onStale: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation(['inforequests', 'inforequest', 'common']);
  const [attempt, setAttempt] = useState(0);
  const [typed, setTyped] = useState<TypedAct>(() => startOf(of, action));
  const missing = missingOf(action, typed);
  const send = useMutation({
    mutationFn: () =>
      actOnInfoRequest({
        path: { infoRequestNumber: of.summary.number, infoRequestAction: action },
        headers: { 'If-Match': `"${of.version}"`, 'Idempotency-Key': idempotencyKey },
        body: command(action, typed),
        throwOnError: true,
      }),
    onSuccess: onDone,
    onError: (error) => {
      if ([403, 409, 412].includes(toProblem(error).status ?? 0)) onStale();
    },
  });
  const problem = send.error && toProblem(send.error);
  const errors: Record<string, string> = {};
  if (attempt > 0) for (const field of missing) errors[field] = t('inforequest:missing');
  for (const each of problem?.errors ?? []) errors[fieldName(each.pointer ?? '')] ??= each.detail;
  const names: Record<string, string> = {
    consulted: t('dialog.consulted'),
    consultation: t('dialog.consultation'),
    opinion: t('dialog.opinion'),
    decision: t('dialog.decision'),
    ground: t('dialog.ground'),
    authority: t('dialog.authority'),
    days: t('dialog.days'),
    words: t(action === 'draft' ? 'dialog.answer' : 'dialog.words'),
  };
  const field = (name: Exclude<keyof TypedAct, 'publicInterest'>) => ({
    id: `act-${name}`,
    value: typed[name],
    error: errors[name],
    onChange: ({ target }: { target: { value: string } }) =>
      setTyped({ ...typed, [name]: target.value }),
  });
  const choose = <option value="">{t('dialog.choose')}</option>;
  return (
    <Dialog
      title={t(`action.${action}`)}
      text={t(`ask.${action}`)}
      locked={send.isPending}
      onClose={onClose}
      onSubmit={() => {
        setAttempt(attempt + 1);
        if (missing.length === 0) send.mutate();
      }}
    >
      <ErrorSummary
        attempt={attempt}
        errors={Object.entries(errors).map(([name, text]) => ({
          fieldId: `act-${name}`,
          text: names[name] ? t('common:form.errorIn', { field: names[name], text }) : text,
        }))}
      />
      {problem && !problem.errors?.length && <Problem problem={problem} />}
      {takes(action, 'consulted') && (
        <SelectField label={t('dialog.consulted')} {...field('consulted')}>
          {choose}
          {CONSULTED.map((each) => (
            <option key={each} value={each}>
              {t(`inforequest:consulted.${each}`)}
            </option>
          ))}
        </SelectField>
      )}
      {takes(action, 'consultation') && (
        <SelectField label={t('dialog.consultation')} {...field('consultation')}>
          {of.consultations
            .filter((each) => !each.opinion)
            .map((each) => (
              <option key={each.number} value={each.number}>
                {each.number} · {t(`inforequest:consulted.${each.of}`)}
              </option>
            ))}
        </SelectField>
      )}
      {takes(action, 'opinion') && (
        <SelectField label={t('dialog.opinion')} {...field('opinion')}>
          {choose}
          {OPINIONS.map((each) => (
            <option key={each} value={each}>
              {t(`inforequest:opinion.${each}`)}
            </option>
          ))}
        </SelectField>
      )}
      {takes(action, 'decision') && (
        <DecisionFields of={of} typed={typed} field={field} onChange={setTyped} />
      )}
      {takes(action, 'days') && (
        <TextField
          type="number"
          min={1}
          max={action === 'askExtension' ? 20 : 30}
          width="short"
          label={t('dialog.days')}
          {...field('days')}
        />
      )}
      {takes(action, 'words') && (
        <TextArea
          label={names.words}
          rows={action === 'draft' ? 8 : 4}
          maxLength={10000}
          {...field('words')}
        />
      )}
      <DialogWays>
        <Button type="submit" busy={send.isPending}>
          {t(`action.${action}`)}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('dialog.cancel')}
        </Button>
      </DialogWays>
    </Dialog>
  );
}
