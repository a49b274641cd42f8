import { describe, expect, it } from 'vitest';
import type { MaterialRequirement, ReuseMaterial, ReuseOffers } from '@/api/generated';
import { faultsOf, fieldOfPointer } from './checks';
import { emptyDraft, isProvided, toApplication } from './draft';
import { anythingLeft, withAll, withMaterial } from './reuse';

const source = {
  caseNumber: '20260503-000001-4',
  itemCode: 'MAR-LIC-02',
  itemName: '公司设立登记',
  submittedAt: '2026-05-03T10:00:00+08:00',
};
const offered = (code: string): ReuseMaterial => ({
  code,
  from: { caseNumber: source.caseNumber, kind: 'file', id: `id-of-${code}` },
  source,
  fileName: `${code}.pdf`,
});
const offers: ReuseOffers = {
  itemCode: 'MAR-LIC-01',
  fields: [{ field: 'subject', value: '东门小吃店', source }],
  materials: [offered('M1'), offered('M2')],
};
const empty = emptyDraft('MAR-LIC-01', 'key', 0);
const asked: MaterialRequirement = {
  code: 'M1',
  name: '章程',
  form: 'copy',
  count: 1,
  source: 'applicant',
  required: true,
  deferrable: false,
};

describe('what the city has', () => {
  it('is taken over whole with one press, but for what was typed or uploaded before', () => {
    const whole = { ...empty, ...withAll(empty, offers) };
    expect(whole.subject).toBe('东门小吃店');
    expect(anythingLeft(whole, offers)).toBe(false);
    const begun = {
      ...empty,
      subject: '西门',
      files: { M1: [{ uploadId: 'u', fileName: 'a.pdf', size: 1 }] },
    };
    const rest = { ...begun, ...withAll(begun, offers) };
    expect(rest.subject).toBe('西门');
    expect(Object.keys(rest.takenOver ?? {})).toEqual(['M2']);
  });
  it('stands for what is required, is sent as a reference, and can be left out again', () => {
    const taken = { ...empty, ...withMaterial(empty, offered('M1'), true) };
    expect(isProvided(taken, 'M1')).toBe(true);
    expect(faultsOf(taken, [asked], false, true)).toEqual([]);
    expect(toApplication(taken).takenOver).toEqual([{ code: 'M1', from: offered('M1').from }]);
    const left = { ...taken, ...withMaterial(taken, offered('M1'), false) };
    expect(faultsOf(left, [asked], false, true).map(({ field }) => field)).toEqual([
      'materials.M1',
    ]);
    expect(toApplication(left).takenOver).toBeUndefined();
  });
  it('is told what is wrong with it at its material', () => {
    expect(fieldOfPointer('/takenOver/1/from', [], [{ code: 'M1' }, { code: 'M2' }])).toBe(
      'materials.M2',
    );
  });
});
