import { useTranslation } from 'react-i18next';
import type { Clue, ClueState } from '@/api/generated';
import { Tag, type Tone } from '@/components';

const TONES: Record<ClueState, Tone> = {
  pooled: 'sun',
  dispatched: 'sun',
  proposed: 'sun',
  handling: 'sun',
  shelved: 'plain',
  reviewing: 'sun',
  reviewed: 'sun',
  clearing: 'warn',
  following: 'warn',
  closed: 'good',
};

export const STATES = Object.keys(TONES) as ClueState[];
export const CHANNELS = ['letter', 'visit', 'web', 'phone', 'supervision', 'inspection'] as const;
export const SOURCES = ['report', 'complaint', 'card', 'finding', 'inspection'] as const;
export const FORMS = ['letter', 'unit', 'public'] as const;

export const cluePath = (number: string) => `/staff/clues/${encodeURIComponent(number)}`;

/** Where a clue stands, and whether it is late. */
export function ClueStateTag({ of }: { of: Pick<Clue, 'state' | 'late'> }) {
  const { t } = useTranslation(['clues', 'clue']);
  return (
    <>
      <Tag tone={TONES[of.state]}>{t(`clue:state.${of.state}`)}</Tag>{' '}
      {of.late && <Tag tone="bad">{t('late')}</Tag>}
    </>
  );
}

/** What it came to, and what follows. */
export function useOutcome() {
  const { t } = useTranslation('clue');
  return ({ outcome, sanctions }: Pick<Clue, 'outcome' | 'sanctions'>) =>
    outcome === 'sanctioned'
      ? sanctions.map((each) => t(`sanction.${each}`)).join('、')
      : outcome && t(`outcome.${outcome}`);
}
