import type { VideoSummary } from '@/api/generated';

export const videoPath = (number: string) => `/videos/${encodeURIComponent(number)}`;

/** 75 is 1:15, 3675 is 1:01:15. */
export function lengthOf(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return (parts[0] ? parts : parts.slice(1))
    .map((part, at) => (at === 0 ? String(part) : String(part).padStart(2, '0')))
    .join(':');
}

/** As search engines read it (ISO 8601). */
export const durationOf = (seconds: number) => `PT${seconds}S`;

/** Films under their first category, each list as it came. */
export function byCategory(items: readonly VideoSummary[]): [string, VideoSummary[]][] {
  const groups = new Map<string, VideoSummary[]>();
  for (const item of items) {
    const code = item.categories[0] ?? 'other';
    groups.set(code, [...(groups.get(code) ?? []), item]);
  }
  return [...groups];
}
