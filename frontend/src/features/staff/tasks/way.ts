import { keepAtDesk, readDesk } from '../desk';

/** The list somebody came from: its address, and its cases in their order. */
export interface Way {
  from: string;
  numbers: string[];
}

export function keepWay(account: string, way: Way): void {
  keepAtDesk(account, 'way', way);
}

export function readWay(account: string): Way | undefined {
  return readDesk<Way>(account, 'way');
}

/** What stands before and after a case in the list. */
export function neighbours(
  way: Way | undefined,
  number: string,
): { before?: string; after?: string; at: number; of: number } | undefined {
  const at = way ? way.numbers.indexOf(number) : -1;
  if (!way || at < 0) return undefined;
  const before = way.numbers[at - 1];
  const after = way.numbers[at + 1];
  return {
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    at: at + 1,
    of: way.numbers.length,
  };
}
