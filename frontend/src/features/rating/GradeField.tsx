import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Satisfaction } from '@/api/generated';
import { Face } from './Face';
import { GRADES } from './grades';
import styles from './GradeField.module.css';

/** One of three faces with their words; large where it is the question. */
export function GradeField({
  id: givenId,
  legend,
  value,
  error,
  large = false,
  onChange,
}: {
  id?: string;
  legend: ReactNode;
  value: Satisfaction | undefined;
  error?: string | undefined;
  large?: boolean;
  onChange: (grade: Satisfaction) => void;
}) {
  const { t } = useTranslation(['rating', 'common']);
  const fallback = useId();
  const id = givenId ?? fallback;
  return (
    <fieldset className={styles.grades} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className={large ? styles.question : undefined}>{legend}</legend>
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          <span className="visually-hidden">{t('common:form.errorPrefix')}</span>
          {error}
        </p>
      )}
      <div className={large ? styles.large : styles.row}>
        {GRADES.map((grade, index) => (
          <label key={grade} className={styles.grade}>
            <input
              id={index === 0 ? id : undefined}
              type="radio"
              name={id}
              checked={value === grade}
              onChange={() => onChange(grade)}
            />
            <Face of={grade} />
            <span>{t(`grade.${grade}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
