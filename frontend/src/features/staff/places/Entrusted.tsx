import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DelegationState } from '@/api/generated';
import { Bilingual, Button, DateTime, Tag, TextField } from '@/components';
import styles from './Places.module.css';

const TONES = { upcoming: 'sun', inForce: 'good', expired: 'plain', ended: 'bad' } as const;

/** Something written into a field, and what is wrong with it. */
interface Field {
  value: string;
  error: string | undefined;
  onChange: (event: { target: { value: string } }) => void;
}

/** The texts of a form, and its fields by their names. */
export function useTexts<T extends Record<string, string>>(empty: T) {
  const [texts, setTexts] = useState(empty);
  const field = (
    name: keyof T & string,
    errorOf: (field: string) => string | undefined,
  ): Field => ({
    value: texts[name] ?? '',
    error: errorOf(name),
    onChange: ({ target }) => setTexts({ ...texts, [name]: target.value }),
  });
  return [texts, field] as const;
}

/** From which day to which, or until it is ended. */
export function TermFields({ field }: { field: (name: 'from' | 'until') => Field }) {
  const { t } = useTranslation('place');
  return (
    <>
      <TextField label={t('delegations.from')} type="date" width="short" {...field('from')} />
      <TextField
        label={t('delegations.until')}
        hint={t('delegations.untilOpen')}
        optional
        type="date"
        width="short"
        {...field('until')}
      />
    </>
  );
}

interface Term {
  itemName: string;
  itemNameEn?: string;
  state: DelegationState;
  from: string;
  until?: string;
  endedWhy?: string;
}

/** An item that is entrusted to somebody from a day on. */
export function EntrustedEntry({
  of,
  ground,
  ending,
  children,
}: {
  of: Term;
  /** The paper it rests on. */
  ground: string;
  /** What ends it, and what it is called by; nobody may where there is none. */
  ending: { label: string; name: string; run: () => void } | undefined;
  /** Whose it is, and what may be done. */
  children: ReactNode;
}) {
  const { t } = useTranslation('place');
  const running = of.state === 'inForce' || of.state === 'upcoming';
  return (
    <li className={styles.entry}>
      <p>
        <b>
          <Bilingual chinese={of.itemName} english={of.itemNameEn} />
        </b>{' '}
        <Tag tone={TONES[of.state]}>{t(`delegations.state.${of.state}`)}</Tag>
      </p>
      <p className={styles.meta}>{children}</p>
      <p className={styles.meta}>
        <span lang="zh-CN">{ground}</span>
        <span>
          <DateTime value={of.from} as="date" /> –{' '}
          {of.until ? <DateTime value={of.until} as="date" /> : t('delegations.openEnded')}
        </span>
        {of.endedWhy && <span lang="zh-CN">{of.endedWhy}</span>}
      </p>
      {running && ending && (
        <div className={styles.way}>
          <Button look="secondary" onClick={ending.run}>
            {ending.label}
            <span className="visually-hidden"> {ending.name}</span>
          </Button>
        </div>
      )}
    </li>
  );
}
