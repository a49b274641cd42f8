import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components';
import styles from './TerminalPage.module.css';

const LENGTH = 4;
const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];

/** Four digits by finger or by keyboard; nobody behind reads them. */
export function Keypad({ onDone }: { onDone: (digits: string) => void }) {
  const { t } = useTranslation('rating');
  const [typed, setTyped] = useState('');
  const type = (digit: string) => setTyped((before) => (before + digit).slice(0, LENGTH));
  const erase = () => setTyped((before) => before.slice(0, -1));
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (/^[0-9]$/.test(event.key)) type(event.key);
      else if (event.key === 'Backspace') erase();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <div className={styles.keypad}>
      <p className={styles.typed}>
        <span aria-hidden="true">{'●'.repeat(typed.length).padEnd(LENGTH, '○')}</span>
        <span className="visually-hidden" role="status">
          {t('terminal.typed', { count: typed.length })}
        </span>
      </p>
      <div className={styles.keys}>
        {DIGITS.map((digit) => (
          <button key={digit} type="button" onClick={() => type(digit)}>
            {digit}
          </button>
        ))}
        <button type="button" className={styles.erase} onClick={erase}>
          {t('terminal.erase')}
        </button>
      </div>
      <Button
        size="large"
        disabled={typed.length < LENGTH}
        onClick={() => onDone(typed)}
        className={styles.done}
      >
        {t('terminal.next')}
      </Button>
    </div>
  );
}
