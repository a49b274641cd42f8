import { useState } from 'react';
import type { Keys } from '@/lib/keys';
import { Button } from './Button';
import { ErrorSummary } from './ErrorSummary';
import { TextField } from './Field';
import styles from './KeysForm.module.css';

/** Asks for number and code. */
export function KeysForm({
  id,
  texts,
  start,
  wrong,
  busy,
  onFind,
}: {
  /** Its fields are `<id>-number` and `<id>-code`. */
  id: string;
  texts: {
    number: string;
    numberHint?: string;
    numberMissing: string;
    code: string;
    codeHint?: string;
    codeMissing: string;
    find: string;
    finding?: string;
  };
  start: Keys;
  /** Why what was asked for last found nothing. */
  wrong: string | undefined;
  busy: boolean;
  onFind: (keys: Keys) => void;
}) {
  const [typed, setTyped] = useState(start);
  const [missing, setMissing] = useState<Partial<Keys>>({});
  const [pressed, setPressed] = useState(0);
  const errors = [
    ...(missing.number ? [{ fieldId: `${id}-number`, text: missing.number }] : []),
    ...(missing.code ? [{ fieldId: `${id}-code`, text: missing.code }] : []),
  ];
  if (errors.length === 0 && wrong) errors.push({ fieldId: `${id}-number`, text: wrong });
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setPressed(pressed + 1);
        const keys = { number: typed.number.trim(), code: typed.code.trim() };
        setMissing({
          ...(!keys.number && { number: texts.numberMissing }),
          ...(!keys.code && { code: texts.codeMissing }),
        });
        if (keys.number && keys.code) onFind(keys);
      }}
    >
      <ErrorSummary errors={errors} attempt={pressed} />
      <TextField
        id={`${id}-number`}
        label={texts.number}
        hint={texts.numberHint}
        error={missing.number}
        value={typed.number}
        onChange={({ target }) => setTyped({ ...typed, number: target.value })}
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        width="medium"
      />
      <TextField
        id={`${id}-code`}
        label={texts.code}
        hint={texts.codeHint}
        error={missing.code}
        value={typed.code}
        onChange={({ target }) => setTyped({ ...typed, code: target.value })}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        width="medium"
      />
      <Button type="submit" size="large" busy={busy} className={styles.find}>
        {busy ? (texts.finding ?? texts.find) : texts.find}
      </Button>
    </form>
  );
}
