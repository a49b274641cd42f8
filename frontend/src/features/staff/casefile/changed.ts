import type { CaseFile, HistoryEntry } from '@/api/generated';

/** What has happened to a case since somebody saw it: each event is one version. */
export function since(seen: CaseFile, now: CaseFile): HistoryEntry[] {
  if (now.version <= seen.version) return [];
  return now.history.slice(seen.history.length);
}
