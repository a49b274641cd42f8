import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Tag.module.css';

export type Tone = 'plain' | 'blue' | 'sun' | 'good' | 'warn' | 'bad';

/** A word or two about a thing. The words carry the meaning; the colour only helps. */
export function Tag({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`${styles.tag} ${styles[tone]}`}>{children}</span>;
}

export type CaseStateName =
  | 'submitted'
  | 'inCorrection'
  | 'inProgress'
  | 'paused'
  | 'granted'
  | 'refused'
  | 'notAccepted'
  | 'withdrawn'
  | 'revoked';

const TONES: Record<CaseStateName, Tone> = {
  submitted: 'blue',
  inCorrection: 'sun',
  inProgress: 'blue',
  paused: 'warn',
  granted: 'good',
  refused: 'bad',
  notAccepted: 'bad',
  withdrawn: 'plain',
  revoked: 'bad',
};

/** 已提交 补正中 … : the state of a case. While it waits, it may be for originals to be seen. */
export function StateBadge({
  state,
  originals = false,
}: {
  state: CaseStateName;
  originals?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <Tag tone={TONES[state]}>
      {t(originals && state === 'inCorrection' ? 'originalsAwaited' : `caseState.${state}`)}
    </Tag>
  );
}
