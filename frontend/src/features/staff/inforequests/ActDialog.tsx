import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  actOnInfoRequest,
  type InfoRequestActionCode,
  type OpenedInfoRequest,
} from '@/api/generated';
import { SelectField, TextArea, TextField } from '@/components';
import { ActForm } from '../matters/ActForm';
import type { Doing } from '../matters/Acting';
import { DecisionFields } from './DecisionFields';
import { command, missingOf, startOf, takes, type TypedAct } from './typedAct';

const CONSULTED = ['thirdParty', 'authority'] as const;
const OPINIONS = ['agrees', 'objects', 'none'] as const;

/** Asks for what an action needs, and does it. */
export function ActDialog({
  of,
  doing,
}: {
  of: OpenedInfoRequest;
  doing: Doing<InfoRequestActionCode>;
}) {
  const { action, idempotencyKey } = doing;
  const { t } = useTranslation(['inforequests', 'inforequest', 'common']);
  const [typed, setTyped] = useState<TypedAct>(() => startOf(of, action));
  const missing = missingOf(action, typed);
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
  const choose = <option value="">{t('dialog.choose')}</option>;
  return (
    <ActForm
      texts={{
        title: t(`action.${action}`),
        text: t(`ask.${action}`),
        missing: t('inforequest:missing'),
        cancel: t('dialog.cancel'),
      }}
      names={names}
      missing={missing}
      send={() =>
        actOnInfoRequest({
          path: { infoRequestNumber: of.summary.number, infoRequestAction: action },
          headers: { 'If-Match': `"${of.version}"`, 'Idempotency-Key': idempotencyKey },
          body: command(action, typed),
          throwOnError: true,
        })
      }
      doing={doing}
    >
      {(errors) => {
        const field = (name: Exclude<keyof TypedAct, 'publicInterest'>) => ({
          id: `act-${name}`,
          value: typed[name],
          error: errors[name],
          onChange: ({ target }: { target: { value: string } }) =>
            setTyped({ ...typed, [name]: target.value }),
        });
        return (
          <>
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
          </>
        );
      }}
    </ActForm>
  );
}
