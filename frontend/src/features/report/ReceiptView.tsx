import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Button, TextField } from '@/components';
import { groups } from '@/lib/sealing';
import styles from './Report.module.css';

const LAST = 3;

/** The receipt, once: it can't be told again. One goes on after copying out its last groups. */
export function ReceiptView({ receipt }: { receipt: string }) {
  const { t } = useTranslation('report');
  const [typed, setTyped] = useState('');
  const [state, setState] = useState<'shown' | 'wrong' | 'written'>('shown');
  const parts = groups(receipt);
  const last = parts.slice(-LAST).join('');
  useEffect(() => {
    if (state === 'written') return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', stay);
    return () => window.removeEventListener('beforeunload', stay);
  }, [state]);
  if (state === 'written')
    return (
      <div role="status" className={styles.part}>
        <p className="lead">{t('receipt.done')}</p>
        <p>{t('receipt.doneText')}</p>
        <p>
          <Link href="/report/answer">{t('answer.title')}</Link>
        </p>
      </div>
    );
  return (
    <div className={styles.part}>
      <p className="lead">{t('receipt.lead')}</p>
      <p className={styles.receipt} aria-label={t('receipt.label')} role="group">
        {parts.map((part, index) => (
          <code key={index}>{part}</code>
        ))}
      </p>
      <ul className={styles.points}>
        <li>{t('receipt.write')}</li>
        <li>{t('receipt.once')}</li>
        <li>{t('receipt.hide')}</li>
      </ul>
      <form
        noValidate
        autoComplete="off"
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          const same = typed.toUpperCase().replace(/[^0-9A-Z]/g, '') === last;
          setState(same ? 'written' : 'wrong');
        }}
      >
        <TextField
          id="report-written"
          label={t('receipt.check')}
          hint={t('receipt.checkHint')}
          width="medium"
          spellCheck={false}
          autoCapitalize="characters"
          value={typed}
          error={state === 'wrong' ? t('receipt.wrong') : undefined}
          onChange={({ target }) => setTyped(target.value)}
        />
        <div>
          <Button type="submit">{t('receipt.goOn')}</Button>
        </div>
      </form>
    </div>
  );
}
