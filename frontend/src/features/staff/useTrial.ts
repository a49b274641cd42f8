import { useState } from 'react';
import { fieldName, type ProblemDetail, toProblem } from '@/lib/problem';

/**
 * A change in two steps: the server's own dry run first, and only once that was seen the change.
 *
 * @param send sends what is asked for, to be tried or done
 */
export function useTrial<T>(send: (dryRun: boolean) => Promise<T>, onDone: (done: T) => void) {
  const [tried, setTried] = useState<T>();
  const [problem, setProblem] = useState<ProblemDetail>();
  const [busy, setBusy] = useState(false);
  async function go(dryRun: boolean) {
    setBusy(true);
    setProblem(undefined);
    try {
      const result = await send(dryRun);
      if (dryRun) setTried(result);
      else onDone(result);
    } catch (error) {
      setTried(undefined);
      setProblem(toProblem(error));
    } finally {
      setBusy(false);
    }
  }
  return {
    tried,
    problem,
    busy,
    /** What the server found wrong with a field. */
    errorOf: (field: string) =>
      problem?.errors?.find((each) => fieldName(each.pointer ?? '') === field)?.detail,
    attempt: () => void go(true),
    confirm: () => void go(false),
    back: () => setTried(undefined),
  };
}
