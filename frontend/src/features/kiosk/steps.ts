import type { Keys } from '@/lib/keys';

/**
 * Where somebody is. It is held here and not in the address: the browser's history knows nothing
 * of whoever stood at the screen before.
 */
export type Step =
  | { at: 'attract' }
  | { at: 'home' }
  | { at: 'find' }
  | { at: 'departments' }
  | { at: 'department'; code: string }
  | { at: 'themes' }
  | { at: 'theme'; code: string }
  | { at: 'item'; code: string }
  | { at: 'track'; keys: Keys }
  | { at: 'windows' }
  | { at: 'fees' }
  | { at: 'news' }
  | { at: 'publication'; number: string }
  | { at: 'places' };

export const ATTRACT: readonly Step[] = [{ at: 'attract' }];

/** A step further; the first step from the waiting picture has the tiles behind it. */
export function onwards(walked: readonly Step[], step: Step): readonly Step[] {
  const before = walked.filter(({ at }) => at !== 'attract');
  if (step.at === 'home') return [step];
  return before.length === 0 ? [{ at: 'home' }, step] : [...before, step];
}

export function back(walked: readonly Step[]): readonly Step[] {
  return walked.length > 1 ? walked.slice(0, -1) : [{ at: 'home' }];
}
