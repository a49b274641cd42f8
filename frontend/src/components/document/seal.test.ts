import { describe, expect, it } from 'vitest';
import { groups } from './groups';
import { onArc, sizeOnArc, star } from './seal';

describe('the seal', () => {
  it('puts the middle of the name at the top and its ends alike on both sides', () => {
    const placed = onArc('晴川市教育局', 60);
    expect(placed).toHaveLength(6);
    expect(placed[0]!.turn).toBeCloseTo(-placed[5]!.turn);
    expect(placed[0]!.x).toBeCloseTo(-placed[5]!.x);
    expect(onArc('晴', 60)[0]).toMatchObject({ x: 0, y: -60, turn: 0 });
  });

  it('keeps a long name on its arc, without overlap', () => {
    const name = '晴川市政务服务和大数据管理局以及更多';
    const placed = onArc(name, 59);
    expect(placed.at(-1)!.turn).toBeLessThanOrEqual(125);
    const [first, second] = placed;
    const apart = Math.hypot(first!.x - second!.x, first!.y - second!.y);
    expect(apart).toBeGreaterThanOrEqual(sizeOnArc(name, 59) * 0.99);
  });

  it('draws a star of ten corners', () => {
    expect(star(20).split('L')).toHaveLength(10);
  });
});

describe('the blocks of a document', () => {
  it('are grouped with their neighbours of the same kind only', () => {
    const kinds = ['paragraph', 'item', 'item', 'fact', 'item'] as const;
    const grouped = groups(kinds.map((kind) => ({ kind, text: 'x' })));
    expect(grouped.map((group) => [group.kind, group.blocks.length])).toEqual([
      ['paragraph', 1],
      ['item', 2],
      ['fact', 1],
      ['item', 1],
    ]);
  });
});
