import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffResult } from '@/api/generated';
import {
  Button,
  DateTime,
  Dialog,
  DialogWays,
  Problem,
  SelectField,
  TextField,
} from '@/components';
import { fieldName } from '@/lib/problem';
import { useTrial } from '../useTrial';
import type { Change, FieldSpec, Values } from './change';
import { Changed } from './Changed';
import styles from './people.module.css';

function Checks({
  spec,
  value,
  error,
  onChange,
}: {
  spec: FieldSpec;
  value: string[];
  error: string | undefined;
  onChange: (value: string[]) => void;
}) {
  return (
    <fieldset className={styles.checks} aria-describedby={error ? `${spec.name}-error` : undefined}>
      <legend>{spec.label}</legend>
      {error && (
        <p id={`${spec.name}-error`} className={styles.error}>
          {error}
        </p>
      )}
      <div>
        {(spec.choices ?? []).map((choice) => (
          <label key={choice.value}>
            <input
              type="checkbox"
              checked={value.includes(choice.value)}
              onChange={(event) =>
                onChange(
                  event.target.checked
                    ? [...value, choice.value]
                    : value.filter((each) => each !== choice.value),
                )
              }
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const TYPES = { text: 'text', date: 'date', dateTime: 'datetime-local' } as const;

function One({
  spec,
  value,
  error,
  onChange,
}: {
  spec: FieldSpec;
  value: string | string[];
  error: string | undefined;
  onChange: (value: string | string[]) => void;
}) {
  const { t } = useTranslation('people');
  if (spec.kind === 'many') {
    return (
      <Checks
        spec={spec}
        value={Array.isArray(value) ? value : []}
        error={error}
        onChange={onChange}
      />
    );
  }
  const common = {
    id: `change-${spec.name}`,
    label: spec.label,
    hint: spec.hint,
    error,
    optional: spec.optional ?? false,
    value: typeof value === 'string' ? value : '',
  };
  if (spec.kind === 'select') {
    return (
      <SelectField {...common} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t(spec.optional ? 'nothing' : 'choose')}</option>
        {(spec.choices ?? []).map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </SelectField>
    );
  }
  return (
    <TextField
      {...common}
      type={TYPES[spec.kind]}
      maxLength={100}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/**
 * Makes a change in two steps: what is asked for, then what it does, before and after, and from when. Nothing
 * is changed before the second.
 */
export function ChangeDialog({
  title,
  text,
  fields = [],
  initial = {},
  send,
  onDone,
  onClose,
}: Change & {
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('people');
  const [values, setValues] = useState<Values>(initial);
  const [made, setMade] = useState<StaffResult>();
  const { tried, problem, busy, errorOf, attempt, confirm, back } = useTrial(
    (dryRun) => send(values, dryRun),
    (result) => (result.activationCode ? setMade(result) : onDone()),
  );

  if (made?.activationCode) {
    return (
      <Dialog title={t('code.title')} text={t('code.text')} onClose={onDone} locked>
        <p className={styles.code}>
          <code>{made.activationCode}</code>
        </p>
        {made.activationExpiresAt && (
          <p className="quiet">
            {t('code.until')} <DateTime value={made.activationExpiresAt} />
          </p>
        )}
        <DialogWays>
          <Button onClick={onDone}>{t('code.done')}</Button>
        </DialogWays>
      </Dialog>
    );
  }
  return (
    <Dialog
      title={title}
      text={text}
      width="wide"
      locked={busy}
      onSubmit={tried ? confirm : attempt}
      onClose={onClose}
    >
      {problem && (
        <Problem problem={problem} fieldId={(pointer) => `change-${fieldName(pointer)}`} />
      )}
      {tried ? (
        <div className={styles.preview}>
          <Changed changes={tried.changes} />
          <p>
            {t('preview.from')} <DateTime value={tried.effectiveFrom} />
          </p>
          {tried.notes.length > 0 && (
            <ul className={styles.notes}>
              {tried.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          )}
        </div>
      ) : (
        fields.map((spec) => (
          <One
            key={spec.name}
            spec={spec}
            value={values[spec.name] ?? ''}
            error={errorOf(spec.name)}
            onChange={(value) => setValues((before) => ({ ...before, [spec.name]: value }))}
          />
        ))
      )}
      <DialogWays>
        <Button type="submit" busy={busy}>
          {t(tried ? 'preview.do' : 'preview.show')}
        </Button>
        {tried && fields.length > 0 && (
          <Button look="secondary" onClick={back}>
            {t('preview.back')}
          </Button>
        )}
        <Button look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </DialogWays>
    </Dialog>
  );
}
