import { useTranslation } from 'react-i18next';
import styles from './Kiosk.module.css';

export const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
export const DIGITS = '1234567890';

/** Keys to touch, one for each sign, and two to take back what was touched. */
export function Letters({
  signs,
  onSign,
  onBack,
  onClear,
}: {
  signs: string;
  onSign: (sign: string) => void;
  onBack: () => void;
  onClear: () => void;
}) {
  const { t } = useTranslation('kiosk');
  return (
    <div role="group" className={styles.letters} aria-label={t('keys')}>
      {[...signs].map((sign) => (
        <button key={sign} type="button" onClick={() => onSign(sign)}>
          {sign}
        </button>
      ))}
      <button type="button" className={styles.wideKey} onClick={onBack}>
        {t('backspace')}
      </button>
      <button type="button" className={styles.wideKey} onClick={onClear}>
        {t('clear')}
      </button>
    </div>
  );
}
