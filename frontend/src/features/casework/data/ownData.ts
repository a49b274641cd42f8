import {
  type Access,
  askForDeletion,
  askForDeletionOfOwnCase,
  type DeletionRequest,
  exportOwnCase,
  exportPersonalData,
  listAccesses,
  listOwnCaseAccesses,
  type PersonalDataCopy,
} from '@/api/generated';
import type { Holder } from '../track/holder';

const ticket = (holder: Holder & { kind: 'keys' }) => ({
  caseNumber: holder.number,
  trackingCode: holder.code,
});

/** Who looked at the data of a case (个人信息保护法第四十四条). */
export async function accessesOf(holder: Holder, signal: AbortSignal): Promise<Access[]> {
  const { data } =
    holder.kind === 'account'
      ? await listOwnCaseAccesses({
          path: { caseNumber: holder.number },
          signal,
          throwOnError: true,
        })
      : await listAccesses({ body: ticket(holder), signal, throwOnError: true });
  return data.items;
}

/** A copy of everything that is kept of a person in a case (第四十五条). */
export async function copyOf(holder: Holder): Promise<PersonalDataCopy> {
  const { data } =
    holder.kind === 'account'
      ? await exportOwnCase({ path: { caseNumber: holder.number }, throwOnError: true })
      : await exportPersonalData({ body: ticket(holder), throwOnError: true });
  return data;
}

/** Asks to have it deleted (第四十七条); the same request when it was asked before. */
export async function askDeletionOf(holder: Holder): Promise<DeletionRequest> {
  const { data } =
    holder.kind === 'account'
      ? await askForDeletionOfOwnCase({ path: { caseNumber: holder.number }, throwOnError: true })
      : await askForDeletion({ body: ticket(holder), throwOnError: true });
  return data;
}

/** Saves a copy on this machine, as a file that people and programs can read. */
export function save(copy: object, fileName: string): void {
  const text = JSON.stringify(copy, null, 2);
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
