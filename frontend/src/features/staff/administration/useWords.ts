import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  listDepartmentsOptions,
  listRegionsOptions,
} from '@/api/generated/@tanstack/react-query.gen';
import { useNameText } from '@/components';

const CATEGORIES = [
  'licence',
  'penalty',
  'coercion',
  'levy',
  'payment',
  'inspection',
  'confirmation',
  'reward',
  'adjudication',
  'other',
  'publicService',
] as const;

/** Names and words that several of these pages need. */
export function useWords() {
  const { t } = useTranslation(['administration', 'common']);
  const nameOf = useNameText();
  const departments = useQuery({ ...listDepartmentsOptions(), staleTime: 60_000 }).data ?? [];
  const regions = useQuery({ ...listRegionsOptions(), staleTime: 60_000 }).data ?? [];
  const option = (value: string, label: string) => ({ value, label });
  return {
    t,
    departments: departments.map((one) => option(one.code, nameOf(one))),
    regions: regions.map((one) => option(one.code, `${nameOf(one)} ${one.code}`)),
    departmentName: (code: string) => {
      const found = departments.find((one) => one.code === code);
      return found ? nameOf(found) : code;
    },
    regionName: (code: string) => {
      const found = regions.find((one) => one.code === code);
      return found ? nameOf(found) : code;
    },
    categories: CATEGORIES.map((one) => option(one, t(`common:category.${one}`))),
    levels: (['city', 'county', 'township', 'village'] as const).map((one) =>
      option(one, t(`common:level.${one}`)),
    ),
    statuses: (['inForce', 'suspended', 'cancelled'] as const).map((one) =>
      option(one, t(`status.${one}`)),
    ),
    handlings: (['promised', 'instant'] as const).map((one) =>
      option(one, t(`common:handling.${one}`)),
    ),
    served: (['person', 'organisation', 'both'] as const).map((one) =>
      option(one, t(`common:serviceFor.${one}`)),
    ),
    depths: (['1', '2', '3', '4'] as const).map((one) => option(one, t(`depth.${one}`))),
    forms: (['original', 'copy', 'originalAndCopy', 'electronic'] as const).map((one) =>
      option(one, t(`materialForm.${one}`)),
    ),
    sources: (['applicant', 'government', 'intermediary'] as const).map((one) =>
      option(one, t(`materialSource.${one}`)),
    ),
    feeStatuses: (['charged', 'waived', 'stopped', 'cancelled'] as const).map((one) =>
      option(one, t(`feeStatus.${one}`)),
    ),
  };
}
