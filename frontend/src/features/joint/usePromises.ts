import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import type { JointMaterial, JointTheme, PromiseText, SignedPromise } from '@/api/generated';
import { promiseTextOptions } from '@/api/promiseText';
import { NO_WORD, type Promised, promised, signed, type Word } from './promises';

/** What somebody promises while they fill in the form, with the texts they sign. */
export interface Promises {
  word: Word;
  change: (to: Partial<Word>) => void;
  all: readonly Promised[];
  textOf: (itemCode: string) => PromiseText | undefined;
  failure: Error | null;
  /** As the application wants it. */
  signed: Record<string, SignedPromise> | undefined;
}

export function usePromises(
  theme: JointTheme,
  itemCodes: readonly string[],
  materials: readonly JointMaterial[],
  given: readonly { key: string }[],
): Promises {
  const [word, setWord] = useState(NO_WORD);
  const all = promised(theme, itemCodes, materials, given, word);
  const texts = useQueries({ queries: all.map((one) => promiseTextOptions(one)) });
  const textOf = (itemCode: string) =>
    texts[all.findIndex((one) => one.itemCode === itemCode)]?.data;
  return {
    word,
    change: (to) => setWord((before) => ({ ...before, ...to })),
    all,
    textOf,
    failure: texts.find((text) => text.error)?.error ?? null,
    signed: signed(all, word, (itemCode) => textOf(itemCode)?.version),
  };
}
