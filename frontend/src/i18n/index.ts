import i18next, { type BackendModule } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { initialLanguage, keepLanguage, type Language } from '@/lib/language';
import commonChinese from './zh-CN/common.json';
import powerlistChinese from './zh-CN/powerlist.json';

// One file per language and feature; only the Chinese ones of the first page come with it.
const files = import.meta.glob<{ default: object }>([
  './*/*.json',
  '!./zh-CN/{common,powerlist}.json',
]);

const lazyFiles: BackendModule = {
  type: 'backend',
  init() {},
  read(language, namespace, done) {
    const load = files[`./${language}/${namespace}.json`];
    if (!load) return done(new Error(`No texts ${language}/${namespace}`), false);
    load().then(
      (module) => done(null, module.default as Record<string, string>),
      (error: Error) => done(error, true),
    );
  },
};

/** Ready when the texts of the first page are there. */
export async function startTexts(language: Language = initialLanguage()): Promise<void> {
  await i18next
    .use(lazyFiles)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: 'zh-CN',
      supportedLngs: ['zh-CN', 'en'],
      ns: ['common', 'powerlist'],
      defaultNS: 'common',
      partialBundledLanguages: true,
      resources: { 'zh-CN': { common: commonChinese, powerlist: powerlistChinese } },
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    });
  keepLanguage(language);
}

/** The language the reader sees now. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'zh-CN';
}

export async function switchLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
  keepLanguage(language);
}
