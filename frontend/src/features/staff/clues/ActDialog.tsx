import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actOnClue, type ClueActionCode, type OpenedClue } from '@/api/generated';
import {
  Button,
  Checks,
  Dialog,
  DialogWays,
  ErrorSummary,
  Problem,
  SelectField,
  TextArea,
  TextField,
  useNameText,
} from '@/components';
import { fieldName, toProblem } from '@/lib/problem';
import { asked, command, missingOf, sanctions, startOf, type TextName } from './typedAct';
import { FORMS } from './words';

const DISPOSALS = ['inquiry', 'verification', 'shelved', 'dismissal'] as const;
const OUTCOMES = ['cleared', 'unproven', 'tolerated', 'sanctioned', 'handedOver'] as const;
const GROUNDS = ['firstTrial', 'noRuleYet', 'unintended', 'tolerantAcceptance'] as const;
const TEXTS = ['words', 'letter', 'feedback'] as const;

/** Asks for what an action needs, and does it. */
export function ActDialog({
  of,
  action,
  idempotencyKey,
  onDone,
  onStale,
  onClose,
}: {
  of: OpenedClue;
  action: ClueActionCode;
  idempotencyKey: string;
  onDone: () => void;
  onStale: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation(['clues', 'clue', 'common']);
  const nameOf = useNameText();
  const [attempt, setAttempt] = useState(0);
  const [typed, setTyped] = useState(() => startOf(of, action));
  const fields = asked(of, action, typed);
  const missing = missingOf(of, action, typed);
  const send = useMutation({
    mutationFn: () =>
      actOnClue({
        path: { clueNumber: of.summary.number, clueAction: action },
        headers: { 'If-Match': `"${of.version}"`, 'Idempotency-Key': idempotencyKey },
        body: command(of, action, typed),
        throwOnError: true,
      }),
    onSuccess: onDone,
    onError: (error) => {
      if ([403, 409, 412].includes(toProblem(error).status ?? 0)) onStale();
    },
  });
  const problem = send.error && toProblem(send.error);
  const errors: Record<string, string> = {};
  if (attempt > 0) for (const field of missing) errors[field] = t('missing');
  for (const each of problem?.errors ?? []) errors[fieldName(each.pointer ?? '')] ??= each.detail;
  const label = (name: TextName | 'sanctions') => t(`dialog.${name}`);
  const choices: Partial<Record<TextName, { value: string; label: string }[]>> = {
    disposal: DISPOSALS.map((value) => ({ value, label: t(`clue:disposal.${value}`) })),
    outcome: OUTCOMES.map((value) => ({ value, label: t(`clue:outcome.${value}`) })),
    ground: GROUNDS.map((value) => ({ value, label: t(`clue:ground.${value}`) })),
    form: FORMS.map((value) => ({ value, label: t(`clue:form.${value}`) })),
  };
  const officers = of.officers.map((each) => ({
    value: each.account,
    label: each.barred ? t('dialog.barred', { name: nameOf(each) }) : nameOf(each),
  }));
  choices.investigator = officers;
  choices.reviewer = officers;
  const field = (name: TextName) => ({
    id: `act-${name}`,
    label: label(name),
    value: typed[name],
    error: errors[name],
    onChange: ({ target }: { target: { value: string } }) =>
      setTyped({ ...typed, [name]: target.value }),
  });
  const picked = (name: TextName) =>
    choices[name] && (
      <SelectField key={name} {...field(name)}>
        <option value="">{t('dialog.choose')}</option>
        {choices[name].map((each) => (
          <option key={each.value} value={each.value}>
            {each.label}
          </option>
        ))}
      </SelectField>
    );
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
          text: t('common:form.errorIn', { field: label(name as TextName), text }),
        }))}
      />
      {problem && !problem.errors?.length && <Problem problem={problem} />}
      {fields.map((name) => picked(name))}
      {sanctions(action, typed) && (
        <Checks
          id="act-sanctions"
          legend={label('sanctions')}
          hint={t('dialog.sanctionsHint')}
          error={errors.sanctions}
          choices={of.sanctionsAllowed.map((value) => ({
            value,
            label: t(`clue:sanction.${value}`),
          }))}
          values={typed.sanctions}
          onChange={(values) => setTyped({ ...typed, sanctions: values })}
        />
      )}
      {fields.includes('visitOn') && <TextField type="date" width="medium" {...field('visitOn')} />}
      {TEXTS.filter((name) => fields.includes(name)).map((name) => (
        <TextArea
          key={name}
          rows={name === 'feedback' ? 3 : 5}
          maxLength={name === 'feedback' ? 500 : 5000}
          {...(name !== 'words' && { hint: t(`dialog.${name}Hint`) })}
          {...field(name)}
        />
      ))}
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
