import { useSearchParams } from 'wouter';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Filters of a list as they stand in the address. */
export function useFilters() {
  const [parameters, setParameters] = useSearchParams();
  return {
    /** What is filtered by; empty for nothing. */
    text: (key: string) => parameters.get(key) ?? '',
    /** The same where it is a day. */
    day: (key: string) => {
      const value = parameters.get(key) ?? '';
      return DAY.test(value) ? value : '';
    },
    put: (key: string, value: string) =>
      setParameters(
        (before) => {
          const next = new URLSearchParams(before);
          if (value) next.set(key, value);
          else next.delete(key);
          return next;
        },
        { replace: true },
      ),
  };
}
