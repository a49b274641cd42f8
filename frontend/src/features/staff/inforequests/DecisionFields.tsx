import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OpenedInfoRequest } from '@/api/generated';
import { listDepartmentsOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Checks, SelectField, useNameText } from '@/components';
import { keepsBack, type TypedAct } from './typedAct';

const DECISIONS = [
  'alreadyPublic',
  'provided',
  'partlyProvided',
  'refused',
  'notExisting',
  'notOurs',
  'repeated',
  'specialRules',
  'needsProcessing',
  'unreasonable',
  'notARequest',
  'publishedWork',
] as const;
const GROUNDS = [
  'stateSecret',
  'forbiddenByLaw',
  'safety',
  'commercialSecret',
  'personalPrivacy',
  'thirdPartyObjects',
  'internalAffairs',
  'processRecords',
  'enforcementFiles',
] as const;

interface FieldProps {
  id: string;
  value: string;
  error: string | undefined;
  onChange: (event: { target: { value: string } }) => void;
}

/** What is decided, and what that decision needs besides. */
export function DecisionFields({
  of,
  typed,
  field,
  onChange,
}: {
  of: OpenedInfoRequest;
  typed: TypedAct;
  field: (name: 'decision' | 'ground' | 'authority') => FieldProps;
  onChange: (typed: TypedAct) => void;
}) {
  const { t } = useTranslation(['inforequests', 'inforequest']);
  const nameText = useNameText();
  const departments = useQuery({
    ...listDepartmentsOptions(),
    enabled: typed.decision === 'notOurs',
  });
  const overrules =
    typed.decision === 'provided' && of.consultations.some((each) => each.opinion === 'objects');
  return (
    <>
      <SelectField label={t('dialog.decision')} {...field('decision')}>
        <option value="">{t('dialog.choose')}</option>
        {DECISIONS.map((each) => (
          <option key={each} value={each}>
            {t(`inforequest:decision.${each}`)}
          </option>
        ))}
      </SelectField>
      {keepsBack(typed) && (
        <SelectField label={t('dialog.ground')} {...field('ground')}>
          <option value="">{t('dialog.choose')}</option>
          {GROUNDS.map((each) => (
            <option key={each} value={each}>
              {t(`inforequest:ground.${each}`)}
            </option>
          ))}
        </SelectField>
      )}
      {typed.decision === 'notOurs' && (
        <SelectField label={t('dialog.authority')} {...field('authority')}>
          <option value="">{t('dialog.unknown')}</option>
          {departments.data
            ?.filter((each) => each.code !== of.summary.department.code)
            .map((each) => (
              <option key={each.code} value={each.code}>
                {nameText(each)}
              </option>
            ))}
        </SelectField>
      )}
      {overrules && (
        <Checks
          id="act-publicInterest"
          legend={t('dialog.publicInterest')}
          choices={[{ value: 'overrules', label: t('dialog.overrules') }]}
          values={typed.publicInterest ? ['overrules'] : []}
          onChange={(values) => onChange({ ...typed, publicInterest: values.length > 0 })}
        />
      )}
    </>
  );
}
