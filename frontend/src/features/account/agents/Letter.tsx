import { useTranslation } from 'react-i18next';
import type { OwnAgency } from '@/api/generated';
import { DateTime } from '@/components';
import { useLanguage } from '@/i18n';
import styles from './Agents.module.css';

/** The letter of mandate (授权委托书) as it is to be signed, or was. Its Chinese text counts. */
export function Letter({ of }: { of: OwnAgency }) {
  const { t } = useTranslation('agency');
  const language = useLanguage();
  return (
    <div className={styles.letter}>
      <p className={styles.letterTitle} lang="zh-CN">
        授权委托书
      </p>
      <ol>
        {(of.letter ?? []).map((clause) => (
          <li key={clause.text}>
            <span lang="zh-CN">{clause.text}</span>
            {language === 'en' && <span className={styles.help}>{clause.textEn}</span>}
          </li>
        ))}
      </ol>
      {of.signedAt && (
        <p>
          {t('letter.signed')} <b lang="zh-CN">{of.signedName}</b> <DateTime value={of.signedAt} />
        </p>
      )}
    </div>
  );
}
