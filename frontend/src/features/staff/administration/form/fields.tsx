import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, SelectField, TextArea, TextField } from '@/components';
import { useAt } from './FormScope';
import styles from './fields.module.css';

interface Asked {
  /** Where in the form: a JSON pointer. */
  at: string;
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
  width?: 'full' | 'medium' | 'short';
}

export function TextAt({
  at,
  lines = 1,
  lang,
  type = 'text',
  ...asked
}: Asked & { lines?: number; lang?: string; type?: 'text' | 'time' }) {
  const { id, value, set, error } = useAt<string>(at);
  const given = {
    ...asked,
    id,
    error,
    lang,
    value: value ?? '',
    onChange: (event: { target: { value: string } }) => set(event.target.value),
  };
  return lines > 1 ? <TextArea rows={lines} {...given} /> : <TextField type={type} {...given} />;
}

export function DateAt({ at, min, ...asked }: Asked & { min?: string }) {
  const { id, value, set, error } = useAt<string>(at);
  return (
    <TextField
      {...asked}
      type="date"
      width="medium"
      id={id}
      error={error}
      min={min}
      value={value ?? ''}
      onChange={(event) => set(event.target.value || undefined)}
    />
  );
}

export function NumberAt({ at, max, ...asked }: Asked & { max?: number }) {
  const { id, value, set, error } = useAt<number>(at);
  return (
    <TextField
      {...asked}
      type="number"
      inputMode="numeric"
      min={0}
      max={max}
      width={asked.width ?? 'short'}
      id={id}
      error={error}
      value={value ?? ''}
      onChange={(event) =>
        set(event.target.value === '' ? undefined : Math.trunc(Number(event.target.value)))
      }
    />
  );
}

/** Fen (分), asked for in yuan. */
export function MoneyAt({ at, ...asked }: Asked) {
  const { id, value, set, error } = useAt<number>(at);
  return (
    <TextField
      {...asked}
      type="number"
      inputMode="decimal"
      min={0}
      step={0.01}
      width={asked.width ?? 'short'}
      id={id}
      error={error}
      value={value === undefined ? '' : value / 100}
      onChange={(event) =>
        set(
          event.target.value === ''
            ? undefined
            : Math.max(0, Math.round(Number(event.target.value) * 100)),
        )
      }
    />
  );
}

export interface Option {
  value: string;
  label: string;
}

/** One of several; `none` is the word for saying nothing, where that is possible. */
export function SelectAt({
  at,
  options,
  none,
  asNumber = false,
  onChoose,
  ...asked
}: Asked & {
  options: readonly Option[];
  none?: string;
  asNumber?: boolean;
  onChoose?: (value: string) => void;
}) {
  const { id, value, set, error } = useAt<string | number>(at);
  return (
    <SelectField
      {...asked}
      width={asked.width ?? 'medium'}
      id={id}
      error={error}
      value={value ?? ''}
      onChange={(event) => {
        const chosen = event.target.value;
        set(chosen === '' ? undefined : asNumber ? Number(chosen) : chosen);
        onChoose?.(chosen);
      }}
    >
      {(none !== undefined || value === undefined) && <option value="">{none ?? '—'}</option>}
      {value !== undefined && !options.some((option) => option.value === String(value)) && (
        <option value={value}>{value}</option>
      )}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </SelectField>
  );
}

export function CheckAt({ at, label }: { at: string; label: ReactNode }) {
  const { id, value, set } = useAt<boolean>(at);
  return (
    <label className={styles.check} htmlFor={id}>
      <input
        id={id}
        type="checkbox"
        checked={value ?? false}
        onChange={(event) => set(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  );
}

/** So many working days, days or hours; or nothing said. */
export function LimitAt({ at, label, hint, none }: Asked & { none?: string }) {
  const { t } = useTranslation('administration');
  const { id, value, set, error } = useAt<{ amount: number; unit: string }>(at);
  return (
    <div className={styles.limit}>
      <TextField
        label={label}
        hint={hint}
        id={id}
        error={error}
        type="number"
        inputMode="numeric"
        min={0}
        max={3650}
        width="short"
        placeholder={none}
        value={value?.amount ?? ''}
        onChange={(event) =>
          set(
            event.target.value === ''
              ? undefined
              : {
                  amount: Math.max(0, Math.trunc(Number(event.target.value))),
                  unit: value?.unit ?? 'workingDays',
                },
          )
        }
      />
      <SelectField
        label={t('form.unit')}
        id={`${id}-unit`}
        width="short"
        disabled={!value}
        value={value?.unit ?? 'workingDays'}
        onChange={(event) => value && set({ ...value, unit: event.target.value })}
      >
        {(['workingDays', 'calendarDays', 'hours'] as const).map((unit) => (
          <option key={unit} value={unit}>
            {t(`form.units.${unit}`)}
          </option>
        ))}
      </SelectField>
    </div>
  );
}

/** A list of plain texts: one a line. */
export function LinesAt({ at, ...asked }: Asked) {
  const { t } = useTranslation('administration');
  const { id, value, set, error } = useAt<string[]>(at);
  return (
    <TextArea
      {...asked}
      hint={asked.hint ?? t('form.oneALine')}
      id={id}
      error={error}
      lang="zh-CN"
      rows={Math.min(12, Math.max(2, (value?.length ?? 0) + 1))}
      value={(value ?? []).join('\n')}
      onChange={(event) =>
        set(event.target.value === '' ? undefined : event.target.value.split('\n'))
      }
    />
  );
}

/** A list of things with fields of their own: added, taken out, moved up. */
export function RowsAt({
  at,
  legend,
  name,
  add,
  blank,
  compact = false,
  children,
}: {
  at: string;
  legend: string;
  /** What one of them is called: 材料 1. */
  name: (number: number) => string;
  add: string;
  blank: () => object;
  /** Short fields, side by side where there is room. */
  compact?: boolean;
  children: (at: string, index: number) => ReactNode;
}) {
  const { t } = useTranslation('administration');
  const { id, value, set, error } = useAt<object[]>(at);
  const rows = value ?? [];
  return (
    <fieldset className={styles.rows} id={id} tabIndex={-1}>
      <legend className="visually-hidden">{legend}</legend>
      {error && <p className={styles.error}>{error}</p>}
      {rows.length === 0 && <p className="quiet">{t('form.none')}</p>}
      {rows.map((_, index) => (
        // Rows have no key of their own; a row taken out takes its fields with it.
        <fieldset key={`${index} of ${rows.length}`} className={styles.row}>
          <legend>{name(index + 1)}</legend>
          <div className={styles.fields} data-compact={compact || undefined}>
            {children(`${at}/${index}`, index)}
          </div>
          <div className={styles.tools}>
            {index > 0 && (
              <Button
                look="quiet"
                onClick={() => {
                  const next = [...rows];
                  next.splice(index - 1, 2, rows[index]!, rows[index - 1]!);
                  set(next);
                }}
              >
                {t('form.up')}
                <span className="visually-hidden">: {name(index + 1)}</span>
              </Button>
            )}
            <Button look="quiet" onClick={() => set(rows.filter((__, other) => other !== index))}>
              {t('form.remove')}
              <span className="visually-hidden">: {name(index + 1)}</span>
            </Button>
          </div>
        </fieldset>
      ))}
      <Button look="secondary" onClick={() => set([...rows, blank()])}>
        {add}
      </Button>
    </fieldset>
  );
}
