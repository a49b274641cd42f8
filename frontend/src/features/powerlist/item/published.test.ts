import { describe, expect, it } from 'vitest';
import type { PowerItem } from '@/api/generated';
import { isDescribed, unpublished } from './published';

const bare: PowerItem = {
  code: 'X',
  name: '事项',
  category: 'other',
  department: { code: 'dev', name: '部门' },
  region: { code: '990100000000', name: '晴川市', level: 'city' },
  status: 'inForce',
  handling: 'promised',
  version: 1,
  effectiveFrom: '2026-01-01',
  legalBases: [],
  conditions: [],
  materials: [],
  fees: [],
  windows: [],
  telephones: [],
  supervisionTelephones: [],
  duties: [],
  accountability: [],
  flow: { code: 'other', origin: 'standard', name: '标准流程' },
};

describe('what a department has not published', () => {
  it('names everything for an item that is only a name and a code', () => {
    expect(isDescribed(bare)).toBe(false);
    expect(unpublished(bare, true)).toContain('fees');
    expect(unpublished(bare, true)).toContain('materials');
  });

  it('takes no fees for an answer only where the item is said to be free', () => {
    const described = { ...bare, legalBases: [{ law: '中华人民共和国食品安全法' }] };
    expect(unpublished(described, true)).toContain('fees');
    expect(unpublished({ ...described, free: true }, true)).not.toContain('fees');
    expect(unpublished(described, true)).not.toContain('materials');
    expect(unpublished(described, true)).toContain('windows');
  });

  it('expects no promise of what is done on the spot and no visits where nobody applies', () => {
    expect(unpublished({ ...bare, handling: 'instant' }, true)).not.toContain('promisedLimit');
    expect(unpublished(bare, false)).not.toContain('visits');
  });
});
