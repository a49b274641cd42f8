import type { StaffResult } from '@/api/generated';

export type Values = Record<string, string | string[]>;

export interface Choice {
  value: string;
  label: string;
}

/** A field of a change, as the dialog asks for it. */
export interface FieldSpec {
  /** Its name in the request: `/name` in a problem leads to it. */
  name: string;
  label: string;
  hint?: string;
  kind: 'text' | 'date' | 'dateTime' | 'select' | 'many';
  choices?: readonly Choice[];
  optional?: boolean;
}

/** Tries a change (`dryRun`), or makes it. */
export type Send = (values: Values, dryRun: boolean) => Promise<StaffResult>;

/** A change as it is asked for: under what title, with what, and how it is sent. */
export interface Change {
  title: string;
  text?: string;
  fields?: readonly FieldSpec[];
  initial?: Values;
  send: Send;
}

export function text(values: Values, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value.trim() : '';
}

export function list(values: Values, name: string): string[] {
  const value = values[name];
  return Array.isArray(value) ? value : [];
}

/** What is given and nothing else: an empty box is left out of the request. */
export function given<Key extends string>(
  values: Values,
  names: readonly Key[],
): Partial<Record<Key, string>> {
  const found: Partial<Record<Key, string>> = {};
  for (const name of names) {
    const value = text(values, name);
    if (value) found[name] = value;
  }
  return found;
}

/** What a `datetime-local` box holds, in the city's time. */
export function cityTime(local: string): string | undefined {
  return local ? `${local.slice(0, 16)}:00+08:00` : undefined;
}
