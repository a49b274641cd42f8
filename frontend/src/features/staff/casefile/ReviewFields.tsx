import { useTranslation } from 'react-i18next';
import { Choices, SelectField, TextField } from '@/components';
import type { FilledReview } from './command';
import styles from './Ticks.module.css';

const KINDS = ['reconsideration', 'judgment', 'supervision'] as const;
const FORMERS = ['withdrawn', 'kept'] as const;
const UNITS = ['workingDays', 'calendarDays'] as const;

/** By whose decision an ended case is handled again, and from when its time counts. */
export function ReviewFields({
  id,
  review,
  error,
  onChange,
}: {
  id: string;
  review: FilledReview;
  error: string | undefined;
  onChange: (review: FilledReview) => void;
}) {
  const { t } = useTranslation('staff');
  const change = (to: Partial<FilledReview>) => onChange({ ...review, ...to });
  return (
    <fieldset className={styles.ticks} aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{t('act.review.legend')}</legend>
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
      <SelectField
        id={id}
        label={t('act.review.kind')}
        width="medium"
        value={review.kind ?? ''}
        onChange={(event) => change({ kind: KINDS.find((kind) => kind === event.target.value) })}
      >
        <option value="">{t('act.choose')}</option>
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`act.review.kinds.${kind}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t('act.review.authority')}
        width="medium"
        maxLength={100}
        lang="zh-CN"
        value={review.authority}
        onChange={(event) => change({ authority: event.target.value })}
      />
      <TextField
        label={t('act.review.documentNumber')}
        width="medium"
        maxLength={60}
        lang="zh-CN"
        value={review.documentNumber}
        onChange={(event) => change({ documentNumber: event.target.value })}
      />
      <TextField
        label={t('act.review.decidedOn')}
        type="date"
        width="short"
        value={review.decidedOn}
        onChange={(event) => change({ decidedOn: event.target.value })}
      />
      <Choices
        id={`${id}-former`}
        name="former"
        legend={t('act.review.former')}
        value={review.former}
        onChange={(former) => change({ former: FORMERS.find((each) => each === former) })}
        choices={FORMERS.map((former) => ({
          value: former,
          label: t(`act.review.formers.${former}`),
        }))}
      />
      <TextField
        label={t('act.review.clockFrom')}
        hint={t('act.review.clockFromHint')}
        type="date"
        width="short"
        value={review.clockFrom}
        onChange={(event) => change({ clockFrom: event.target.value })}
      />
      <TextField
        label={t('act.review.limit')}
        hint={t('act.review.limitHint')}
        optional
        inputMode="numeric"
        width="short"
        value={review.limit}
        onChange={(event) => change({ limit: event.target.value })}
      />
      {review.limit.trim() !== '' && (
        <SelectField
          label={t('act.review.unit')}
          width="short"
          value={review.unit}
          onChange={(event) =>
            change({ unit: UNITS.find((unit) => unit === event.target.value) ?? 'workingDays' })
          }
        >
          {UNITS.map((unit) => (
            <option key={unit} value={unit}>
              {t(`act.review.units.${unit}`)}
            </option>
          ))}
        </SelectField>
      )}
    </fieldset>
  );
}
