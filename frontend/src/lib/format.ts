import type { Language } from './language';

/** The city's own time, whatever the reader's clock is set to. */
export const CITY_TIME_ZONE = 'Asia/Shanghai';

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      timeZone: CITY_TIME_ZONE,
      ...options,
    });
    formatters.set(key, found);
  }
  return found;
}

/** A date without a time (2026-03-01) is a day of the city, not a moment somewhere. */
function moment(iso: string): Date {
  return new Date(/^\d{4}-\d{2}-\d{2}$/.test(iso) ? `${iso}T12:00:00+08:00` : iso);
}

export type DateStyle = 'date' | 'dateTime' | 'time' | 'monthDay' | 'weekday' | 'dateWeekday';

const STYLES: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  dateTime: {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  monthDay: { month: 'short', day: 'numeric' },
  weekday: { weekday: 'short' },
  dateWeekday: { year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' },
};

/** A moment or a day in the city's time. Gives the text back unchanged when it is not a date. */
export function formatDate(iso: string, language: Language, style: DateStyle = 'dateTime'): string {
  const date = moment(iso);
  return Number.isNaN(date.getTime()) ? iso : formatter(language, STYLES[style]).format(date);
}

/** Money in fen as yuan: 12050 → ¥120.50, 12000 → ¥120. */
export function formatMoney(fen: number, language: Language): string {
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'CNY',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: fen % 100 === 0 ? 0 : 2,
  }).format(fen / 100);
}

export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(language).format(value);
}

export type LimitUnit = 'workingDays' | 'calendarDays' | 'hours';
export interface LimitValue {
  amount: number;
  unit: LimitUnit;
}

const UNIT_ZH: Record<LimitUnit, string> = {
  workingDays: '个工作日',
  calendarDays: '日',
  hours: '小时',
};
const UNIT_EN: Record<LimitUnit, [one: string, many: string]> = {
  workingDays: ['working day', 'working days'],
  calendarDays: ['day', 'days'],
  hours: ['hour', 'hours'],
};

export function formatLimitUnit(limit: LimitValue, language: Language): string {
  return language === 'zh-CN'
    ? UNIT_ZH[limit.unit]
    : UNIT_EN[limit.unit][limit.amount === 1 ? 0 : 1];
}

/** 7个工作日 / 7 working days. Nothing at all means the same day. */
export function formatLimit(limit: LimitValue, language: Language): string {
  if (limit.amount === 0) return language === 'zh-CN' ? '当日' : 'same day';
  return language === 'zh-CN'
    ? `${limit.amount}${formatLimitUnit(limit, language)}`
    : `${limit.amount} ${formatLimitUnit(limit, language)}`;
}

/** By how much the promise is shorter than the statute, in whole percent; null when they can't be compared. */
export function savedPercent(
  statutory: LimitValue | null | undefined,
  promised: LimitValue | null | undefined,
): number | null {
  if (!statutory || !promised || statutory.unit !== promised.unit || statutory.amount <= 0) {
    return null;
  }
  const saved = Math.round((1 - promised.amount / statutory.amount) * 100);
  return saved > 0 ? saved : null;
}

/** How long ago, in the coarsest unit that still says something: 刚刚, 5分钟前, 3 hours ago. */
export function formatAgo(iso: string, now: number, language: Language): string {
  const seconds = Math.max(0, Math.round((now - moment(iso).getTime()) / 1000));
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'long' });
  if (seconds < 60) return language === 'zh-CN' ? '刚刚' : 'just now';
  if (seconds < 3600) return relative.format(-Math.floor(seconds / 60), 'minute');
  if (seconds < 86400) return relative.format(-Math.floor(seconds / 3600), 'hour');
  return relative.format(-Math.floor(seconds / 86400), 'day');
}

const A_DAY = 24 * 60;

/**
 * How long something took by a clock on which a whole day is 24 hours: minutes, then hours, then
 * days, each with at most one place after the point.
 */
export function formatClockTime(minutes: number, unit: LimitUnit, language: Language): string {
  const english = language === 'en';
  const rounded = (value: number) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
  if (minutes < 60) return english ? `${minutes} min` : `${minutes} 分钟`;
  if (minutes < A_DAY || unit === 'hours') {
    return english ? `${rounded(minutes / 60)} h` : `${rounded(minutes / 60)} 小时`;
  }
  const days = rounded(minutes / A_DAY);
  const [one, many] = UNIT_EN[unit];
  if (english) return `${days} ${days === '1' ? one : many}`;
  return `${days} ${UNIT_ZH[unit]}`;
}
