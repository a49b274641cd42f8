import { describe, expect, it } from 'vitest';
import type { JointReuseMaterial } from '@/api/generated';
import { offersFor, references, takenOf } from './reuse';

const offer: JointReuseMaterial = {
  key: 'A/M1',
  name: '场所证明',
  usedBy: [
    { itemCode: 'A', code: 'M1' },
    { itemCode: 'B', code: 'M4' },
  ],
  from: { caseNumber: '20260503-000001-4', kind: 'file', id: 'a' },
  source: {
    caseNumber: '20260503-000001-4',
    itemCode: 'A',
    itemName: '甲',
    submittedAt: '2026-05-03T10:00:00+08:00',
  },
};
const offers = { fields: [], materials: [offer] };

describe('what the city has for a joint application', () => {
  it('is offered for the items applied for, by the name the form has for it', () => {
    expect(offersFor(offers, ['A', 'B'])[0]?.key).toBe('A/M1');
    expect(offersFor(offers, ['B'])[0]?.key).toBe('B/M4');
    expect(offersFor(offers, ['C'])).toEqual([]);
    expect(offersFor(undefined, ['A'])).toEqual([]);
  });
  it('stays taken when an answer changes what is applied for', () => {
    const fewer = takenOf(offersFor(offers, ['B']), [offer]);
    expect(references(fewer)).toEqual([{ key: 'B/M4', from: offer.from }]);
    expect(references(takenOf(offersFor(offers, ['B']), []))).toBeUndefined();
  });
});
