import { useEffect, useState } from 'react';
import { useSettled } from '@/lib/debounce';
import { TextField } from './Field';

/** A filter that waits until somebody has stopped typing. */
export function SettledField({
  label,
  value,
  maxLength = 40,
  onChange,
}: {
  label: string;
  value: string;
  maxLength?: number;
  onChange: (text: string) => void;
}) {
  const [typed, setTyped] = useState(value);
  const settled = useSettled(typed.trim(), 400);
  useEffect(() => {
    if (settled !== value) onChange(settled);
    // Only when somebody has stopped typing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [settled]);
  return (
    <TextField
      type="search"
      label={label}
      value={typed}
      maxLength={maxLength}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
