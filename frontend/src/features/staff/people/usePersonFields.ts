import { useTranslation } from 'react-i18next';
import type { FieldSpec } from './change';
import { ROLES, usePlaces } from './useWords';

/** What is written down of somebody. */
export function usePersonFields(fresh: boolean): FieldSpec[] {
  const { t } = useTranslation('people');
  const { departments, regions } = usePlaces();
  const account: FieldSpec = {
    name: 'account',
    label: t('field.account'),
    hint: t('hint.account'),
    kind: 'text',
  };
  return [
    ...(fresh ? [account] : []),
    { name: 'name', label: t('field.name'), kind: 'text' },
    { name: 'nameEn', label: t('field.nameEn'), kind: 'text', optional: true },
    { name: 'title', label: t('field.title'), kind: 'text', optional: true },
    {
      name: 'departmentCode',
      label: t('field.department'),
      kind: 'select',
      choices: departments,
      optional: true,
    },
    {
      name: 'regionCode',
      label: t('field.region'),
      kind: 'select',
      choices: regions,
      optional: true,
    },
    {
      name: 'roles',
      label: t('field.roles'),
      kind: 'many',
      choices: ROLES.map((role) => ({ value: role, label: t(`role.${role}`) })),
    },
    {
      name: 'identityNumber',
      label: t('field.identityNumber'),
      hint: t('hint.identityNumber'),
      kind: 'text',
      optional: true,
    },
  ];
}
