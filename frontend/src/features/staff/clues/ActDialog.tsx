import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actOnClue, type ClueActionCode, type OpenedClue } from '@/api/generated';
import { Checks, SelectField, TextArea, TextField, useNameText } from '@/components';
import { ActForm } from '../matters/ActForm';
import type { Doing } from '../matters/Acting';
import { asked, command, missingOf, sanctions, startOf, type TextName } from './typedAct';
import { FORMS } from './words';

const DISPOSALS = ['inquiry', 'verification', 'shelved', 'dismissal'] as const;
const OUTCOMES = ['cleared', 'unproven', 'tolerated', 'sanctioned', 'handedOver'] as const;
const GROUNDS = ['firstTrial', 'noRuleYet', 'unintended', 'tolerantAcceptance'] as const;
const TEXTS = ['words', 'letter', 'feedback'] as const;

/** Asks for what an action needs, and does it. */
export function ActDialog({ of, doing }: { of: OpenedClue; doing: Doing<ClueActionCode> }) {
  const { action, idempotencyKey } = doing;
  const { t } = useTranslation(['clues', 'clue']);
  const nameOf = useNameText();
  const [typed, setTyped] = useState(() => startOf(of, action));
  const fields = asked(of, action, typed);
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
  const names = Object.fromEntries(
    [...fields, 'sanctions' as const].map((name) => [name, label(name)]),
  );
  const send = () =>
    actOnClue({
      path: { clueNumber: of.summary.number, clueAction: action },
      headers: { 'If-Match': `"${of.version}"`, 'Idempotency-Key': idempotencyKey },
      body: command(of, action, typed),
      throwOnError: true,
    });
  const texts = {
    title: t(`action.${action}`),
    text: t(`ask.${action}`),
    missing: t('missing'),
    cancel: t('dialog.cancel'),
  };
  return (
    <ActForm
      texts={texts}
      names={names}
      missing={missingOf(of, action, typed)}
      send={send}
      doing={doing}
    >
      {(errors) => {
        const field = (name: TextName) => ({
          id: `act-${name}`,
          label: label(name),
          value: typed[name],
          error: errors[name],
          onChange: ({ target }: { target: { value: string } }) =>
            setTyped({ ...typed, [name]: target.value }),
        });
        return (
          <>
            {fields.map(
              (name) =>
                choices[name] && (
                  <SelectField key={name} {...field(name)}>
                    <option value="">{t('dialog.choose')}</option>
                    {choices[name].map((each) => (
                      <option key={each.value} value={each.value}>
                        {each.label}
                      </option>
                    ))}
                  </SelectField>
                ),
            )}
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
            {fields.includes('visitOn') && (
              <TextField type="date" width="medium" {...field('visitOn')} />
            )}
            {TEXTS.filter((name) => fields.includes(name)).map((name) => (
              <TextArea
                key={name}
                rows={name === 'feedback' ? 3 : 5}
                maxLength={name === 'feedback' ? 500 : 5000}
                {...(name !== 'words' && { hint: t(`dialog.${name}Hint`) })}
                {...field(name)}
              />
            ))}
          </>
        );
      }}
    </ActForm>
  );
}
