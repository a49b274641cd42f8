import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DisclosureValidity, DutyOccasion, DutyState } from '@/api/generated';
import { listDisclosureCategoriesOptions } from '@/api/generated/@tanstack/react-query.gen';
import { Tag, type Tone, useNameText } from '@/components';

const VALIDITY: Record<DisclosureValidity, Tone> = {
  ahead: 'blue',
  inForce: 'good',
  expired: 'plain',
  repealed: 'bad',
  replaced: 'warn',
};

/** 有效、失效、废止: whether a document holds. */
export function ValidityTag({ validity }: { validity: DisclosureValidity }) {
  const { t } = useTranslation('disclosure');
  return <Tag tone={VALIDITY[validity]}>{t(`validity.${validity}`)}</Tag>;
}

export const DUTY_STATES: readonly DutyState[] = ['late', 'due', 'done', 'doneLate'];
const DUTY: Record<DutyState, Tone> = {
  late: 'bad',
  due: 'blue',
  done: 'good',
  doneLate: 'warn',
};

export function DutyStateTag({ state }: { state: DutyState }) {
  const { t } = useTranslation('disclosure');
  return <Tag tone={DUTY[state]}>{t(`dutyState.${state}`)}</Tag>;
}

/** 每季度，期满后20个工作日内: how often, and how long one has. */
export function useDutyRule(): (duty: DutyOccasion) => string {
  const { t } = useTranslation('disclosure');
  return (duty) => {
    const limit = t(`limit.${duty.unit}`, { count: duty.limit });
    return duty.every
      ? t('rule.regular', { every: t(`every.${duty.every}`), limit })
      : t(`rule.${duty.timing === 'phased' ? 'phased' : 'immediate'}`, { limit });
  };
}

/** The categories, and what one of them is called. */
export function useCategories() {
  const nameText = useNameText();
  const { data } = useQuery({ ...listDisclosureCategoriesOptions(), staleTime: 60_000 });
  return {
    all: data,
    text: (code: string) => {
      const found = data?.find((each) => each.code === code);
      return found ? nameText(found) : code;
    },
  };
}

export const disclosurePath = (number: string) => `/disclosures/${encodeURIComponent(number)}`;
