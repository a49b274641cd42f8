import { useTranslation } from 'react-i18next';
import type { PublicationState } from '@/api/generated';
import { Tag, type Tone } from '@/components';

export const PUBLICATION_STATES: readonly PublicationState[] = [
  'draft',
  'inReview',
  'approved',
  'released',
  'withdrawn',
];
const TONES: Record<PublicationState, Tone> = {
  draft: 'plain',
  inReview: 'sun',
  approved: 'blue',
  released: 'good',
  withdrawn: 'bad',
};

export function PublicationStateTag({ state }: { state: PublicationState }) {
  const { t } = useTranslation('disclosures');
  return <Tag tone={TONES[state]}>{t(`state.${state}`)}</Tag>;
}

export const publicationPath = (number: string) =>
  `/staff/disclosures/${encodeURIComponent(number)}`;
