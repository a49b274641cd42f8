import { keepPreviousData } from '@tanstack/react-query';
import { useSearchParams } from 'wouter';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Filters of a list as they stand in the address. */
export function useFilters() {
  const [parameters, setParameters] = useSearchParams();
  /** What is filtered by; empty for nothing. */
  const text = (key: string) => parameters.get(key) ?? '';
  const put = (key: string, value: string) =>
    setParameters(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(key, value);
        else next.delete(key);
        return next;
      },
      { replace: true },
    );
  return {
    text,
    /** The same where it is a day. */
    day: (key: string) => {
      const value = parameters.get(key) ?? '';
      return DAY.test(value) ? value : '';
    },
    put,
    /** What a field for it takes. */
    choose: (key: string) => ({
      value: text(key),
      onChange: ({ target }: { target: { value: string } }) => put(key, target.value),
    }),
  };
}

/** How a list is read page by page: what was found before stays until the next is there. */
export const PAGED = {
  initialPageParam: '',
  getNextPageParam: (page: { nextCursor?: string }) => page.nextCursor ?? null,
  placeholderData: keepPreviousData,
  staleTime: 0,
} as const;
