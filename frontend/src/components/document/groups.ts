import type { BlockView } from './types';

export interface Group {
  kind: BlockView['kind'];
  blocks: BlockView[];
}

/** Neighbours of one kind together: a list is one list, and facts are one table. */
export function groups(blocks: readonly BlockView[]): Group[] {
  const all: Group[] = [];
  for (const block of blocks) {
    const last = all.at(-1);
    if (last?.kind === block.kind) last.blocks.push(block);
    else all.push({ kind: block.kind, blocks: [block] });
  }
  return all;
}
