import { useTranslation } from 'react-i18next';
import styles from './GivenKeys.module.css';

/** Number and code, which are told once. */
export function GivenKeys({
  label,
  number,
  code,
  once,
}: {
  /** What the number is called. */
  label: string;
  number: string;
  code: string;
  /** That they are to be kept. */
  once: string;
}) {
  const { t } = useTranslation('casework');
  return (
    <div className={styles.keys}>
      <div>
        <p>{label}</p>
        <p className={styles.key}>{number}</p>
      </div>
      <div>
        <p>{t('receipt.trackingCode')}</p>
        <p className={styles.key}>{code}</p>
      </div>
      <p>{once}</p>
    </div>
  );
}
