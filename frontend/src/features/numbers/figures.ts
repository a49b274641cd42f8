import type { CityNumber, CityNumberKind } from '@/api/generated';
import { formatMoney, formatNumber } from '@/lib/format';
import type { Language } from '@/lib/language';

/** How a number is told: alone, as a part of another, shared among another, or as money. */
export type Shape = 'count' | 'share' | 'average' | 'money' | 'moneyShare';

export const SHAPES: Record<CityNumberKind, Shape> = {
  casesReceived: 'count',
  casesClosed: 'count',
  casesOnTime: 'share',
  casesEarly: 'share',
  casesOnce: 'share',
  caseDays: 'average',
  messagesReceived: 'count',
  messagesReplied: 'share',
  messagesOnTime: 'share',
  messagesSatisfied: 'share',
  messagesFixed: 'share',
  published: 'count',
  feesCharged: 'money',
  feesReduced: 'moneyShare',
  openCases: 'count',
  lateCases: 'share',
  items: 'count',
  daysPromisedLess: 'share',
};

/** What happened, in the order it is told; what is so now stands for itself. */
export const GROUPS = {
  cases: ['casesReceived', 'casesClosed', 'casesOnTime', 'casesEarly', 'casesOnce', 'caseDays'],
  messages: [
    'messagesReceived',
    'messagesReplied',
    'messagesOnTime',
    'messagesSatisfied',
    'messagesFixed',
  ],
  published: ['published'],
  fees: ['feesCharged', 'feesReduced'],
} as const satisfies Record<string, readonly CityNumberKind[]>;

export type Happened = (typeof GROUPS)[keyof typeof GROUPS][number];

export const HAPPENED: readonly Happened[] = Object.values(GROUPS).flat();

/** The number of a kind; one that nothing was counted for is nothing, and a rate of nothing. */
export function numberOf(numbers: readonly CityNumber[], kind: CityNumberKind): CityNumber {
  const shape = SHAPES[kind];
  return (
    numbers.find((each) => each.kind === kind) ?? {
      kind,
      value: 0,
      ...(shape !== 'count' && shape !== 'money' && { of: 0 }),
    }
  );
}

/** What can be drawn of it: per cent, days each, yuan or the number itself; nothing for a rate of nothing. */
export function drawn({ kind, value, of }: CityNumber): number | undefined {
  switch (SHAPES[kind]) {
    case 'count':
      return value;
    case 'money':
      return value / 100;
    case 'average':
      return of ? value / of : undefined;
    case 'share':
    case 'moneyShare':
      return of ? (100 * value) / of : undefined;
  }
}

/** As it is read: 95.2 %, 3.4, ¥120; a dash for a rate of nothing. */
export function told(number: CityNumber, language: Language): string {
  const { kind, value, of } = number;
  switch (SHAPES[kind]) {
    case 'count':
      return formatNumber(value, language);
    case 'money':
      return formatMoney(value, language);
    case 'average':
      return of ? formatNumber(Math.round((10 * value) / of) / 10, language) : '–';
    case 'share':
    case 'moneyShare':
      // Rounded down: 100 % is said only of all.
      return of ? `${Math.floor((1000 * value) / of) / 10}%` : '–';
  }
}

/** What a rate is made of; nothing for a number of its own. */
export function madeOf({ kind, value, of }: CityNumber, language: Language): string | undefined {
  if (of === undefined) return undefined;
  const write = SHAPES[kind] === 'moneyShare' ? formatMoney : formatNumber;
  return `${write(value, language)} / ${write(of, language)}`;
}
