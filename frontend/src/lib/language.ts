/** The two languages of the product. Chinese is the default and the truth. */
export type Language = 'zh-CN' | 'en';
export const LANGUAGES: readonly Language[] = ['zh-CN', 'en'];
export const DEFAULT_LANGUAGE: Language = 'zh-CN';

const KEY = 'sunlit.language';

export function isLanguage(value: unknown): value is Language {
  return value === 'zh-CN' || value === 'en';
}

/** Storage can be switched off by the browser; the page must work without it. */
function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Not remembered; nothing else is lost.
  }
}

/** The language asked for in the address (?lang=en), else the one kept, else Chinese. */
export function initialLanguage(search: string = window.location.search): Language {
  const asked = new URLSearchParams(search).get('lang');
  if (isLanguage(asked)) return asked;
  const kept = remembered(KEY);
  return isLanguage(kept) ? kept : DEFAULT_LANGUAGE;
}

export function keepLanguage(language: Language): void {
  remember(KEY, language);
  document.documentElement.lang = language;
}

const MODE_KEY = 'sunlit.mode';
export type Mode = 'standard' | 'elder';

/** 大字版: larger type, simpler page. */
export function initialMode(): Mode {
  return remembered(MODE_KEY) === 'elder' ? 'elder' : 'standard';
}

export function keepMode(mode: Mode): void {
  remember(MODE_KEY, mode);
  document.documentElement.dataset.mode = mode;
}
