import { useTranslation } from 'react-i18next';
import type { InspectionKind, InspectionState } from '@/api/generated';
import { Tag, type Tone } from '@/components';

export const KINDS: readonly InspectionKind[] = [
  'open',
  'covert',
  'fileReview',
  'callBack',
  'opinionPoll',
  'telephone',
];

export const STATES: readonly InspectionState[] = [
  'recorded',
  'released',
  'rectifying',
  'answered',
  'accepted',
];

const TONES: Record<InspectionState, Tone> = {
  recorded: 'plain',
  released: 'blue',
  rectifying: 'warn',
  answered: 'sun',
  accepted: 'good',
};

/** Where an inspection stands. */
export function InspectionStateTag({ state }: { state: InspectionState }) {
  const { t } = useTranslation('inspection');
  return <Tag tone={TONES[state]}>{t(`state.${state}`)}</Tag>;
}

/** A post by the name that flows gave it, where it is a usual one. */
export function usePostName() {
  const { t } = useTranslation('privacy');
  return (code: string) => t(`post.${code}` as 'post.window', { defaultValue: code });
}
