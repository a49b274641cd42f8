import { useTranslation } from 'react-i18next';
import {
  type DateStyle,
  formatDate,
  formatLimit,
  formatMoney,
  formatNumber,
  type LimitValue,
} from '@/lib/format';
import type { Language } from '@/lib/language';

function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'zh-CN';
}

/** A moment or a day, in the city's time. */
export function DateTime({ value, as = 'dateTime' }: { value: string; as?: DateStyle }) {
  return <time dateTime={value}>{formatDate(value, useLanguage(), as)}</time>;
}

/** Fen as yuan. */
export function Money({ fen }: { fen: number }) {
  return <>{formatMoney(fen, useLanguage())}</>;
}

/** 7个工作日 / 7 working days. */
export function Limit({ value }: { value: LimitValue }) {
  return <>{formatLimit(value, useLanguage())}</>;
}

export function Count({ value }: { value: number }) {
  return <>{formatNumber(value, useLanguage())}</>;
}

/** The name in the reader's language; in Chinese, and marked as Chinese, where the city has no English one. */
export function Name({ of }: { of: { name: string; nameEn?: string | undefined } }) {
  return <Bilingual chinese={of.name} english={of.nameEn} />;
}

export function Bilingual({
  chinese,
  english,
}: {
  chinese: string;
  english?: string | undefined | null;
}) {
  const language = useLanguage();
  if (language === 'en') {
    return english ? <>{english}</> : <span lang="zh-CN">{chinese}</span>;
  }
  return <>{chinese}</>;
}

/** The same choice as text, for attributes and titles. */
export function useNameText(): (of: { name: string; nameEn?: string | undefined }) => string {
  const language = useLanguage();
  return (of) => (language === 'en' && of.nameEn ? of.nameEn : of.name);
}
