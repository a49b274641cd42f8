import { useEffect, useRef, useSyncExternalStore } from 'react';
import { remember } from '@/lib/language';
import { comboOf, isWriting, step } from './keys';

export interface Shortcut {
  /** As `comboOf` names it. */
  keys: string;
  /** What it does, in the reader's language. */
  label: string;
  run: () => void;
}

const KEY = 'sunlit.shortcuts';
const layers = new Set<{ current: readonly Shortcut[] }>();
const listeners = new Set<() => void>();

function stored(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

let on = stored();

/** Single letters can be switched off (WCAG 2.1.4); Ctrl-K and ⌘K go on. */
export function switchShortcuts(to: boolean): void {
  on = to;
  remember(KEY, to ? 'on' : 'off');
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useShortcutsOn(): boolean {
  return useSyncExternalStore(subscribe, () => on);
}

/** What can be pressed now, for the page that shows it. */
export function shortcutsNow(): Shortcut[] {
  return [...layers].flatMap((layer) => layer.current);
}

/** As long as the component is there. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const layer = useRef(shortcuts);
  useEffect(() => {
    layer.current = shortcuts;
  });
  useEffect(() => {
    layers.add(layer);
    return () => void layers.delete(layer);
  }, []);
}

function onKeyDown(event: KeyboardEvent): void {
  const combo = comboOf(event);
  if (!combo) return;
  const always = combo === 'mod+k';
  if (!always && (!on || isWriting(event.target))) return;
  // A question on the screen is answered first.
  if (document.querySelector('dialog[open]')) return;
  const found = shortcutsNow().findLast(({ keys }) => keys === combo);
  if (!found) return;
  event.preventDefault();
  found.run();
}

/** Once, by the shell. */
export function useShortcutKeys(): void {
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** j and k go through whatever is marked `data-row`; the focus itself moves, so Enter opens and screen readers follow. */
export function moveThroughRows(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('main [data-row]')];
  const now = rows.indexOf(document.activeElement as HTMLElement);
  const next = rows[step(rows.length, now, by)];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
