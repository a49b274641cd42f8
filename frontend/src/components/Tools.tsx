import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { switchLanguage, useLanguage } from '@/i18n';
import { initialMode, keepMode, type Mode } from '@/lib/language';
import styles from './Tools.module.css';

/** 大字版: on and off. */
export function ModeSwitch() {
  const { t } = useTranslation();
  const [mode, setMode] = useState<Mode>(initialMode);
  const next: Mode = mode === 'elder' ? 'standard' : 'elder';
  return (
    <button
      type="button"
      className={styles.tool}
      aria-pressed={mode === 'elder'}
      aria-label={t('elder.on')}
      onClick={() => {
        keepMode(next);
        setMode(next);
      }}
    >
      <span aria-hidden="true">{mode === 'elder' ? t('elder.off') : t('elder.on')}</span>
    </button>
  );
}

/** The other language, in its own words. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const next = useLanguage() === 'en' ? 'zh-CN' : 'en';
  return (
    <button
      type="button"
      className={styles.tool}
      lang={next}
      onClick={() => void switchLanguage(next)}
    >
      {t('language.otherInOtherLanguage')}
    </button>
  );
}
