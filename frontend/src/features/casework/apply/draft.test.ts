import { beforeEach, describe, expect, it } from 'vitest';
import type { MaterialRequirement } from '@/api/generated';
import { fieldOfPointer, faultsOf } from './checks';
import {
  DRAFT_LIFE,
  type Draft,
  dropDraft,
  emptyDraft,
  hasContent,
  keepDraft,
  keptDraft,
  toApplication,
} from './draft';

const now = Date.parse('2026-11-21T10:00:00+08:00');
const filled: Draft = {
  ...emptyDraft('MAR-LIC-01', 'key-of-this-draft', now),
  kind: 'organisation',
  name: ' 晴川小吃店 ',
  identityNumber: '91350211m000100y43',
  phone: '138 0013 8000',
  contactName: '王小明',
  files: { M1: [{ uploadId: 'u1', fileName: '申请书.pdf', size: 1000 }] },
};
const material = (
  code: string,
  change: Partial<MaterialRequirement> = {},
): MaterialRequirement => ({
  code,
  name: code,
  form: 'copy',
  count: 1,
  source: 'applicant',
  required: true,
  deferrable: false,
  ...change,
});

beforeEach(() => sessionStorage.clear());

describe('a draft', () => {
  it('comes back after a reload with its key, so that a second attempt is the same application', () => {
    keepDraft(filled, sessionStorage);
    expect(keptDraft('MAR-LIC-01', sessionStorage, now + 60_000)).toEqual(filled);
    expect(keptDraft('MAR-LIC-02', sessionStorage, now)).toBeUndefined();
  });
  it('is gone with its uploads after a day', () => {
    keepDraft(filled, sessionStorage);
    expect(keptDraft('MAR-LIC-01', sessionStorage, now + DRAFT_LIFE)).toBeUndefined();
    expect(sessionStorage).toHaveLength(0);
  });
  it('leaves nothing behind when it is dropped', () => {
    keepDraft(filled, sessionStorage);
    dropDraft('MAR-LIC-01', sessionStorage);
    expect(sessionStorage).toHaveLength(0);
  });
  it('does without storage, and without readable storage', () => {
    keepDraft(filled, undefined);
    sessionStorage.setItem('sunlit.draft.MAR-LIC-01', '{');
    expect(keptDraft('MAR-LIC-01', sessionStorage, now)).toBeUndefined();
    expect(keptDraft('MAR-LIC-01', undefined, now)).toBeUndefined();
  });
  it('knows whether there is anything in it', () => {
    expect(hasContent(emptyDraft('x', 'k', now))).toBe(false);
    expect(hasContent(filled)).toBe(true);
  });
});

describe('the application made of it', () => {
  it('has numbers without the blanks people write, and nothing that was left empty', () => {
    expect(JSON.parse(JSON.stringify(toApplication(filled)))).toEqual({
      itemCode: 'MAR-LIC-01',
      applicant: {
        kind: 'organisation',
        name: '晴川小吃店',
        identityNumber: '91350211M000100Y43',
        phone: '13800138000',
        contactName: '王小明',
      },
      materials: [{ code: 'M1', uploadId: 'u1' }],
    });
  });
});

describe('what is wrong with a draft', () => {
  const materials = [
    material('M1'),
    material('M2', { source: 'government' }),
    material('M3', { deferrable: true }),
    material('M4'),
  ];
  it('is nothing when all that is needed is there', () => {
    expect(faultsOf(filled, materials.slice(0, 3), false)).toEqual([]);
  });
  it('is said all at once', () => {
    const faults = faultsOf(emptyDraft('x', 'k', now), materials, true);
    expect(faults.map((fault) => fault.field)).toEqual([
      'applicant.kind',
      'applicant.name',
      'applicant.phone',
      'regionCode',
      'materials.M1',
      'materials.M4',
    ]);
  });
  it.each(['12345678901', '1380013800', 'abc'])('includes the telephone number %s', (phone) => {
    expect(faultsOf({ ...filled, phone }, [], false)).toMatchObject([{ text: 'phone' }]);
  });
  it.each(['0990-0522001', '+86 138 0013 8000', '１３８００１３８０００'])(
    'does not include the telephone number %s',
    (phone) => {
      expect(faultsOf({ ...filled, phone }, [], false)).toEqual([]);
    },
  );
});

describe("a problem of the server's", () => {
  it('leads to the field it is about', () => {
    expect(fieldOfPointer('/applicant/phone', [])).toBe('applicant.phone');
    expect(fieldOfPointer('/materials/1/uploadId', [{ code: 'M1' }, { code: 'M4' }])).toBe(
      'materials.M4',
    );
    expect(fieldOfPointer(undefined, [])).toBeUndefined();
  });
});
