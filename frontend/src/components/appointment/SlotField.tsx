import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { formatDate } from '@/lib/format';
import { SelectField } from '../Field';
import styles from './SlotField.module.css';

export interface Slot {
  day: string;
  starts: string;
}

/** A day, then a time of it that is not full. */
export function SlotField({
  schedule,
  slot,
  error,
  onChange,
}: {
  schedule: { slots: readonly (Slot & { left: number })[] };
  slot: Slot;
  error?: string | undefined;
  onChange: (slot: Slot) => void;
}) {
  const { t } = useTranslation('appointment');
  const language = useLanguage();
  const free = schedule.slots.filter((each) => each.left > 0);
  const days = [...new Set(free.map((each) => each.day))];
  if (days.length === 0) return <p>{t('noDays')}</p>;
  return (
    <>
      <SelectField
        label={t('day')}
        width="medium"
        value={slot.day}
        onChange={({ target }) => onChange({ day: target.value, starts: '' })}
      >
        <option value="">{t('choose')}</option>
        {days.map((day) => (
          <option key={day} value={day}>
            {formatDate(day, language, 'date')}
          </option>
        ))}
      </SelectField>
      {slot.day && (
        <fieldset className={styles.times}>
          <legend>{t('time')}</legend>
          {free
            .filter((each) => each.day === slot.day)
            .map((each, index) => (
              <label key={each.starts}>
                <input
                  id={index === 0 ? 'slot-time' : undefined}
                  type="radio"
                  name="starts"
                  checked={slot.starts === each.starts}
                  onChange={() => onChange({ day: slot.day, starts: each.starts })}
                />
                <b>{each.starts}</b>
                <span className="small quiet">{t('left', { count: each.left })}</span>
              </label>
            ))}
        </fieldset>
      )}
      {error && <p role="alert">{error}</p>}
    </>
  );
}
