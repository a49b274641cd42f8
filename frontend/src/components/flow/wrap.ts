/** Width of a text in em: a Chinese character takes one, most Latin letters about half. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code > 0x2e7f) width += 1;
    else if (/[A-ZMW@%]/.test(character)) width += 0.68;
    else if (/[iljtfr.,:;'|!()[\] ]/.test(character)) width += 0.32;
    else width += 0.55;
  }
  return width;
}

const CLOSING = /^[，。、；：）》」』”’！？,.;:)\]!?]/;

/**
 * Breaks a text into at most `lines` lines of `width` em; Latin words stay whole where they fit,
 * closing punctuation doesn't begin a line, and what is too long ends in an ellipsis.
 */
export function wrapText(text: string, width: number, lines: number): string[] {
  const pieces = text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+|\s+/gu) ?? [];
  const result: string[] = [];
  let line = '';
  for (const piece of pieces) {
    const fits = textWidth(line + piece.trimEnd()) <= width;
    if (fits || line === '' || CLOSING.test(piece)) line += piece;
    else {
      result.push(line.trim());
      line = piece.trimStart();
    }
  }
  if (line.trim()) result.push(line.trim());
  if (result.length <= lines) return result;
  const kept = result.slice(0, lines);
  let last = [...(kept[lines - 1] ?? '')];
  while (last.length > 1 && textWidth(last.join('')) > width - 1) last = last.slice(0, -1);
  kept[lines - 1] = `${last.join('')}…`;
  return kept;
}

/** The same in as few lines, but of like length: no single character alone on the last one. */
export function wrapEvenly(text: string, width: number, lines: number): string[] {
  const greedy = wrapText(text, width, lines);
  if (greedy.length < 2) return greedy;
  const even = wrapText(text, Math.min(width, textWidth(text) / greedy.length + 0.8), lines);
  return even.length === greedy.length ? even : greedy;
}
