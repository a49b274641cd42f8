import { useTranslation } from 'react-i18next';
import { Money } from '../Values';
import styles from './Charge.module.css';

/** What it all comes to. */
export function ChargeTotal({ fen }: { fen: number }) {
  const { t } = useTranslation('charge');
  return (
    <p className={styles.total}>
      <span>{t('bill.total')}</span> <Money fen={fen} />
    </p>
  );
}
