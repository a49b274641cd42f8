import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Button, TextField } from '@/components';
import styles from './TrackBox.module.css';

/** Number and code go on in the fragment, which no server and no log ever sees. */
export function TrackBox() {
  const { t } = useTranslation('powerlist');
  const [, navigate] = useLocation();
  return (
    <section className={styles.box} aria-labelledby="track-box">
      <h2 id="track-box" className={styles.title}>
        {t('home.trackTitle')}
      </h2>
      <p className={styles.hint}>{t('home.trackHint')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          const number = String(form.get('caseNumber') ?? '').trim();
          const code = String(form.get('trackingCode') ?? '').trim();
          const fragment = new URLSearchParams({ number, code });
          navigate(`/track#${fragment}`);
        }}
      >
        <TextField
          label={t('home.caseNumber')}
          name="caseNumber"
          placeholder="20261121-000123-4"
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
        />
        <TextField
          label={t('home.trackingCode')}
          name="trackingCode"
          placeholder="7K3QX-9FMZT"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
        />
        <Button type="submit" className={styles.button}>
          {t('home.trackButton')}
        </Button>
      </form>
    </section>
  );
}
