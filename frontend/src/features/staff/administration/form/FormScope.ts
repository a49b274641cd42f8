import { createContext, useContext } from 'react';
import { around, controlId, valueAt } from '@/lib/pointer';

export interface FormError {
  /** JSON pointer into the form. */
  pointer: string;
  text: string;
}

export interface FormScope {
  form: object;
  set: (pointer: string, value: unknown) => void;
  errors: readonly FormError[];
}

export const FormContext = createContext<FormScope | undefined>(undefined);

export function useForm(): FormScope {
  const scope = useContext(FormContext);
  if (!scope) throw new Error('A field outside any form');
  return scope;
}

/** One field of the form around it: what stands there, and what is wrong with it. */
export function useAt<Value>(pointer: string) {
  const { form, set, errors } = useForm();
  return {
    id: controlId(pointer),
    value: valueAt(form, pointer) as Value | undefined,
    set: (value: Value | undefined) => set(pointer, value),
    error:
      errors
        .filter((error) => error.pointer === pointer)
        .map((error) => error.text)
        .join(' ') || undefined,
  };
}

/** The control an error leads to: the nearest one around it that is on the page. */
export function controlFor(pointer: string): string | undefined {
  return around(pointer)
    .map(controlId)
    .find((id) => document.getElementById(id));
}
