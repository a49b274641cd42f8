import { useTranslation } from 'react-i18next';
import type { FlowStep } from '@/api/generated';
import { Bilingual, Tag } from '@/components';
import styles from './RiskConfirmation.module.css';

const TONES = { A: 'bad', B: 'warn', C: 'plain' } as const;

/** The integrity risk points of the step, in sight at the moment of acting (F3). */
export function RiskConfirmation({
  id,
  risks,
  error,
  confirmed,
  onChange,
}: {
  id: string;
  risks: FlowStep['risks'];
  error: string | undefined;
  confirmed: boolean;
  onChange: (confirmed: boolean) => void;
}) {
  const { t } = useTranslation(['staff', 'common']);
  return (
    <section className={styles.risks} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{t('act.risks')}</h3>
      <ul role="list">
        {risks.map((risk) => (
          <li key={risk.risk}>
            <p>
              <Tag tone={TONES[risk.grade]}>{t('common:flow.grade', { grade: risk.grade })}</Tag>{' '}
              <Bilingual chinese={risk.risk} english={risk.riskEn} />
            </p>
            <p className={styles.measure}>
              <b>{t('common:flow.measure')}</b>{' '}
              <Bilingual chinese={risk.measure} english={risk.measureEn} />
            </p>
          </li>
        ))}
      </ul>
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          <span className="visually-hidden">{t('common:form.errorPrefix')}</span>
          {error}
        </p>
      )}
      <label className={styles.confirm} htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          checked={confirmed}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{t('act.confirmRisk')}</span>
      </label>
    </section>
  );
}
