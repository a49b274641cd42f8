import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  listDepartmentsOptions,
  listRegionsOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { useNameText } from '@/components';
import { useLanguage } from '@/i18n';
import { formatDate } from '@/lib/format';
import type { Choice } from './change';

export const ROLES = [
  'windowClerk',
  'reviewer',
  'approver',
  'chiefRepresentative',
  'townshipClerk',
  'villageAgent',
  'fullProcessAgent',
  'supervisor',
  'catalogueEditor',
  'administrator',
  'petitionScreener',
  'committeeMember',
  'investigator',
  'disciplineHead',
  'publicSupervisor',
  'projectOwner',
] as const;
export const LEVELS = ['city', 'township', 'village', 'window'] as const;
export const REASONS = ['leave', 'errand', 'training', 'other'] as const;
export const ACTS = ['accept', 'decide', 'seal'] as const;
export const POST_CODES = [
  'window',
  'reviewer',
  'approver',
  'expert',
  'inspector',
  'issuer',
  'township',
  'agent',
] as const;
const FOREVER = { staleTime: Infinity } as const;

/** Departments and regions to choose from, and by name. */
export function usePlaces(): { departments: Choice[]; regions: Choice[] } {
  const name = useNameText();
  const departments = useQuery({ ...listDepartmentsOptions(), ...FOREVER });
  const regions = useQuery({ ...listRegionsOptions(), ...FOREVER });
  return {
    departments: (departments.data ?? []).map((one) => ({ value: one.code, label: name(one) })),
    regions: (regions.data ?? []).map((one) => ({ value: one.code, label: name(one) })),
  };
}

const MOMENT = /^\d{4}-\d\d-\d\dT/;

/** The words for a field of a change and for what it holds. */
export function useChangeWords() {
  const { t, i18n } = useTranslation('people');
  const language = useLanguage();
  const { departments, regions } = usePlaces();
  const said = (key: string, fallback: string) =>
    i18n.exists(`people:${key}`) ? t(key as 'title') : fallback;
  return {
    field: (field: string) => said(`field.${field}`, field),
    action: (action: string) => said(`action.${action}`, action),
    value(field: string, value: string): string {
      switch (field) {
        case 'roles':
          return said(`role.${value}`, value);
        case 'acts':
          return said(`act.${value}`, value);
        case 'level':
          return said(`level.${value}`, value);
        case 'absence':
          return said(`reason.${value}`, value);
        case 'state':
        case 'password':
        case 'identityNumber':
          return said(`value.${value}`, value);
        case 'department':
          return departments.find((one) => one.value === value)?.label ?? value;
        case 'region':
          return regions.find((one) => one.value === value)?.label ?? value;
        default:
          return MOMENT.test(value) ? formatDate(value, language, 'dateTime') : value;
      }
    },
  };
}
