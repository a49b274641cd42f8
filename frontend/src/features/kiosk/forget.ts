import type { QueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import type { Language } from '@/lib/language';

/** What belongs to the device and to nobody who stood before it. */
const DEVICES_OWN = new Set(['sunlit.carrier', 'sunlit.language']);

export function speak(language: Language): void {
  // Not remembered, as it is elsewhere: the next one begins in the language of the device.
  void i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** Nothing of whoever stood here is left: no answer, no text, no mark, no language. */
export function forget(queries: QueryClient, usual: Language): void {
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[1] !== 'self' });
  try {
    sessionStorage.clear();
    Object.keys(localStorage)
      .filter((key) => !DEVICES_OWN.has(key))
      .forEach((key) => localStorage.removeItem(key));
  } catch {
    // No storage: nothing in it.
  }
  window.getSelection()?.removeAllRanges();
  window.scrollTo(0, 0);
  speak(usual);
}
