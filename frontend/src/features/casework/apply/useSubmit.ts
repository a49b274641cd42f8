import { useMutation } from '@tanstack/react-query';
import { apply, applyAsMyself, type MaterialRequirement, type Receipt } from '@/api/generated';
import { toProblem } from '@/lib/problem';
import { type Sent, toApplication } from './draft';
import type { DraftHandle } from './useDraft';

const KEY_REUSED = 'urn:sunlit:problem:idempotency-key-reused';

export interface Submitted {
  receipt: Receipt;
  /** An earlier attempt had arrived after all; changes made since then are not in it. */
  earlier: boolean;
}

async function send(sent: Sent, key: string, asMyself: boolean): Promise<Receipt> {
  const headers = { 'Idempotency-Key': key };
  const { takenOver, ...application } = sent;
  if (!asMyself) return (await apply({ body: application, headers, throwOnError: true })).data;
  // Whose it is the city knows from the account.
  const { itemCode, regionCode, collectAt, subject, materials, promise } = application;
  const body = { itemCode, regionCode, collectAt, subject, materials, promise, takenOver };
  return (await applyAsMyself({ body, headers, throwOnError: true })).data;
}

/**
 * Sends the draft once, however often it takes. When an attempt got no answer and the draft was
 * changed since, the server knows the key with another body: then that first application stands, and
 * sending it again brings its receipt.
 */
export function useSubmit(
  handle: DraftHandle,
  materials: readonly MaterialRequirement[],
  asMyself: boolean,
  onDone: (submitted: Submitted) => void,
) {
  return useMutation({
    mutationFn: async (): Promise<Submitted> => {
      const { key, sent: unanswered = [] } = handle.draft;
      const application = toApplication(handle.draft, materials);
      const text = JSON.stringify(application);
      const others = unanswered.filter((each) => JSON.stringify(each) !== text);
      handle.changeAndKeep({ sent: [application, ...others] });
      try {
        return { receipt: await send(application, key, asMyself), earlier: false };
      } catch (error) {
        const problem = toProblem(error);
        if (problem.type === KEY_REUSED) {
          const receipt = await firstReceipt(others, key, asMyself);
          if (receipt) return { receipt, earlier: true };
        }
        // A refusal is an answer: nothing of any attempt stands.
        if (problem.status >= 400 && problem.status < 500)
          handle.changeAndKeep({ sent: undefined });
        throw error;
      }
    },
    onSuccess: onDone,
  });
}

/** The receipt of whichever attempt arrived. */
async function firstReceipt(
  attempts: readonly Sent[],
  key: string,
  asMyself: boolean,
): Promise<Receipt | undefined> {
  for (const attempt of attempts) {
    try {
      return await send(attempt, key, asMyself);
    } catch (error) {
      if (toProblem(error).type !== KEY_REUSED) throw error;
    }
  }
  return undefined;
}
