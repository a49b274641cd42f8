import { describe, expect, it } from 'vitest';
import type { FlowDraft } from '@/api/generated';
import {
  placeOfPointer,
  placeOfStep,
  withCall,
  withoutSubProcess,
  withSubProcess,
} from './subProcesses';
import { withoutCall } from './edit';

const step = (id: string) => ({
  id,
  kind: 'review' as const,
  name: id,
  countsTowardLimit: true,
  materials: [],
  risks: [],
});
const flow: FlowDraft = {
  name: '流程',
  steps: ['review', 'prepare', 'hold', 'approve'].map(step),
  edges: [
    { from: 'review', to: 'prepare', outcome: 'hearing' },
    { from: 'review', to: 'approve', outcome: 'pass' },
    { from: 'prepare', to: 'hold', outcome: 'pass' },
    { from: 'hold', to: 'prepare', outcome: 'return' },
    { from: 'hold', to: 'approve', outcome: 'pass' },
  ],
};
const ways = (of: { edges: FlowDraft['edges'] }) =>
  of.edges.map((edge) => `${edge.from}>${edge.to}:${edge.outcome}`);

describe('sub-processes of a flow', () => {
  const made = withSubProcess(flow, new Set(['prepare', 'hold']));
  it('are made of steps, with a call where these stood', () => {
    expect(made.steps.map(({ id }) => id)).toEqual(['review', 'approve']);
    const call = made.calls?.[0]?.id ?? '';
    expect(made.calls).toEqual([{ id: call, subProcess: 'part-1' }]);
    expect(ways(made)).toEqual([
      `review>${call}:hearing`,
      'review>approve:pass',
      `${call}>approve:pass`,
    ]);
    expect(made.subProcesses?.[0]?.steps.map(({ id }) => id)).toEqual(['prepare', 'hold']);
    expect(ways(made.subProcesses![0]!)).toEqual(['prepare>hold:pass', 'hold>prepare:return']);
  });
  it('are called once more, and no more', () => {
    const twice = withCall(made, 'part-1');
    expect(new Set(twice.calls?.map(({ id }) => id)).size).toBe(2);
    const call = made.calls![0]!.id;
    const once = withoutCall(twice, call);
    expect(once.calls).toHaveLength(1);
    expect(ways(once)).toEqual(['review>approve:pass']);
    expect(withoutSubProcess(made, 0).subProcesses).toEqual([]);
  });
  it('are found by what is drawn and by what is wrong', () => {
    const call = made.calls![0]!.id;
    expect(placeOfStep(made, `${call}.hold`)).toEqual({ at: '/flow/subProcesses/0', id: 'hold' });
    expect(placeOfStep(made, 'review')).toEqual({ at: '/flow', id: 'review' });
    expect(placeOfPointer(made, '/subProcesses/0/steps/1/post')).toEqual({
      at: '/flow/subProcesses/0',
      id: 'hold',
    });
    expect(placeOfPointer(made, '/edges/2/to')).toEqual({ at: '/flow', id: call });
    expect(placeOfPointer(made, '/calls/0/subProcess')).toEqual({ at: '/flow', id: call });
    expect(placeOfPointer(made, '/subProcesses/0/limit')).toBeUndefined();
  });
});
