import { describe, expect, it } from 'vitest';
import type { FlowDraft } from '@/api/generated';
import { withoutStep, withSharedLimits, withStepAfter, withWay } from './edit';

const step = (id: string, kind: 'submission' | 'review' | 'closure') => ({
  id,
  kind,
  name: id,
  countsTowardLimit: true,
  materials: [],
  risks: [],
});
const flow: FlowDraft = {
  name: '流程',
  steps: [step('apply', 'submission'), step('step-3', 'review'), step('done', 'closure')],
  edges: [
    { from: 'apply', to: 'step-3', outcome: 'pass' },
    { from: 'step-3', to: 'done', outcome: 'pass' },
    { from: 'step-3', to: 'apply', outcome: 'return' },
  ],
};
const ways = (of: FlowDraft) => of.edges.map((edge) => `${edge.from}>${edge.to}:${edge.outcome}`);

describe('editing a flow', () => {
  it('puts a new step into the way that passes on', () => {
    const after = withStepAfter(flow, 0);
    expect(after.steps.map(({ id }) => id)).toEqual(['apply', 'step-4', 'step-3', 'done']);
    expect(ways(after)).toContain('apply>step-4:pass');
    expect(ways(after)).toContain('step-4>step-3:pass');
    expect(ways(after)).not.toContain('apply>step-3:pass');
  });
  it('closes the gap a step leaves', () => {
    expect(ways(withoutStep(flow, 1))).toEqual(['apply>done:pass']);
  });
  it('offers the next usual outcome for another way', () => {
    expect(withWay(flow, 'step-3').edges.at(-1)).toEqual({
      from: 'step-3',
      to: '',
      outcome: 'reject',
    });
  });
  it('lets counting steps share the promise again', () => {
    const own = withSharedLimits({
      ...flow,
      steps: [{ ...step('a', 'review'), limit: { amount: 3, unit: 'hours' } }],
    });
    expect(own.steps[0]).not.toHaveProperty('limit');
  });
});
