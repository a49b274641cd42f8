import { describe, expect, it } from 'vitest';
import { firstNotice } from './firstNotice';

const asked = (at: string, missing: { materialCode?: string; what: string }[]) => ({
  at,
  kind: 'correctionRequested' as const,
  missing,
});

describe('the first correction notice', () => {
  it('is none before anything was asked for', () => {
    expect(firstNotice([{ at: '2026-11-02T09:00:00+08:00', kind: 'submitted' }])).toBeUndefined();
  });

  it('is the oldest, whatever order the history is in', () => {
    const history = [
      asked('2026-11-09T09:00:00+08:00', [{ materialCode: 'M1', what: '请签名' }]),
      asked('2026-11-03T09:00:00+08:00', [
        { materialCode: 'M1', what: '请补交' },
        { materialCode: 'M2', what: '请盖章' },
        { what: '请写明地址' },
      ]),
    ];
    expect(firstNotice(history)).toEqual({ codes: ['M1', 'M2'], points: ['请写明地址'] });
  });
});
