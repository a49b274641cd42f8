/** What a key press means here, apart from where it happens. */
export interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  isComposing: boolean;
  keyCode: number;
  defaultPrevented: boolean;
}

/** An input method is at work: the key is part of a Chinese word. */
const COMPOSING = 229;

// Chinese punctuation comes from the same keys.
const HALF_WIDTH: Record<string, string> = {
  '？': '?',
  '／': '/',
  '、': '/',
  '【': '[',
  '】': ']',
};

/** The name of a shortcut, such as `j`, `?` or `mod+k`; nothing for what is no shortcut. */
export function comboOf(pressed: Pressed): string | undefined {
  if (pressed.defaultPrevented || pressed.isComposing || pressed.keyCode === COMPOSING) {
    return undefined;
  }
  if (pressed.altKey) return undefined;
  if (pressed.ctrlKey || pressed.metaKey) {
    return pressed.key.toLowerCase() === 'k' && !pressed.shiftKey ? 'mod+k' : undefined;
  }
  if (pressed.key.length !== 1 || pressed.key === ' ') return undefined;
  const key = HALF_WIDTH[pressed.key] ?? pressed.key;
  // Capitals are left to the reader's own tools.
  return key === key.toLowerCase() ? key : undefined;
}

/** Whether somebody is writing, or choosing by letter. */
export function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable]:not([contenteditable=false])') !==
      null
  );
}

/** One of several, from where one is: stays at the ends. */
export function step(count: number, now: number, by: 1 | -1): number {
  if (count === 0) return -1;
  if (now < 0) return by === 1 ? 0 : count - 1;
  return Math.min(count - 1, Math.max(0, now + by));
}
