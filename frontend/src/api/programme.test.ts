import { describe, expect, test } from 'vitest';
import type { BoardProgramme } from '@/api/generated';
import { cityHour, playing } from './programme';

/** 08:00:00 in the city, at a whole multiple of the playlist's 40 seconds. */
const EIGHT = Date.parse('2026-11-30T08:00:00+08:00');
const START = EIGHT + ((40 - ((EIGHT / 1000) % 40)) % 40) * 1000;

const programme: BoardProgramme = {
  day: '2026-11-30',
  slots: [
    {
      from: '08:00',
      until: '18:00',
      entries: [
        { kind: 'cases', seconds: 20 },
        { kind: 'notices', seconds: 10 },
        { kind: 'publications', seconds: 60 },
      ],
    },
  ],
  panels: [
    { kind: 'notices', title: '甲', lines: [] },
    { kind: 'notices', title: '乙', lines: [], until: '2026-11-30T12:00:00+08:00' },
  ],
};
const at = (seconds: number) => playing(programme, START + seconds * 1000)?.title;

describe('what a screen plays', () => {
  test('goes by the city’s clock', () => {
    expect(cityHour(EIGHT)).toBe('08:00');
  });
  test('takes turns, and leaves out what has nothing to show', () => {
    expect([0, 19, 20, 29, 30, 39, 40].map(at)).toEqual([
      undefined,
      undefined,
      '甲',
      '甲',
      '乙',
      '乙',
      undefined,
    ]);
  });
  test('drops a notice whose time is over', () => {
    const noon = Date.parse('2026-11-30T12:00:00+08:00');
    const shown = new Set(
      Array.from({ length: 60 }, (_, second) => playing(programme, noon + second * 1000)?.title),
    );
    expect(shown).toEqual(new Set([undefined, '甲']));
  });
  test('shows the cases outside its hours and without a playlist', () => {
    expect(playing(programme, EIGHT - 1000)).toBeUndefined();
    expect(playing(undefined, EIGHT)).toBeUndefined();
  });
});
