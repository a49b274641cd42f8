import { describe, expect, it } from 'vitest';
import type { FlowDraft, SubProcessDraft, SubProcessEdition } from '@/api/generated';
import { newer, own, readable, taken, untaken, withPart, withTaken } from './library';

const part = (name: string): SubProcessDraft => ({
  code: 'visit',
  name,
  nameEn: 'Site inspection',
  steps: [],
  edges: [],
});
const version = (number: number, name: string) => ({
  version: number,
  effectiveFrom: '2026-01-01',
  publishedAt: '2026-01-01T00:00:00+08:00',
  publishedBy: 'editor',
  subProcess: part(name),
});
const visit: SubProcessEdition = {
  code: 'visit',
  versions: [version(2, '现场核验'), version(1, '现场勘验')],
  usedBy: [],
};
const flow: FlowDraft = { name: '流程', steps: [], edges: [] };

describe('a sub-process of the library', () => {
  it('is taken as a copy that says which version it is, with a place to go through it', () => {
    const next = withTaken(flow, taken(visit, visit.versions[1]!));
    expect(next.subProcesses).toEqual([{ ...part('现场勘验'), libraryVersion: 1 }]);
    expect(next.calls?.map((call) => call.subProcess)).toEqual(['visit']);
    expect(untaken([visit], next)).toEqual([]);
    expect(untaken([visit], flow)).toEqual([visit]);
  });
  it('is previewed with its steps and ways as one flow, under its own name', () => {
    const change = (field: string) => ({ field, before: 1, after: 2 });
    expect(
      readable(['code', 'name', 'steps', 'edges'].map(change), part('旧'), part('新')),
    ).toEqual([
      { field: 'subName', before: 1, after: 2 },
      { field: 'flow', before: part('旧'), after: part('新') },
    ]);
    expect(readable([change('limit')], part('旧'), part('新'))).toEqual([change('limit')]);
  });
  it('stays on its version until its editor moves it or makes it the flow’s own', () => {
    const before = withTaken(flow, taken(visit, visit.versions[1]!));
    const on = before.subProcesses![0]!;
    const next = newer([visit], on);
    expect(next).toEqual({ ...part('现场核验'), libraryVersion: 2 });
    expect(newer([visit], next!)).toBeUndefined();
    expect(newer([visit], own(on))).toBeUndefined();
    expect(withPart(before, 0, next!).subProcesses).toEqual([next]);
    expect(withPart(before, 0, own(on)).subProcesses).toEqual([part('现场勘验')]);
  });
});
