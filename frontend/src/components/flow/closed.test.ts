import { describe, expect, it } from 'vitest';
import { nameInFlow } from '@/lib/flowNames';
import { boxOf, closedFlow, closedProgress } from './closed';
import type { FlowView } from './types';

const step = (id: string) => ({
  id,
  kind: 'review',
  name: `环节${id}`,
  nameEn: `Step ${id}`,
  countsTowardLimit: true,
  materials: [],
  risks: [],
});
const empty = { width: 1, height: 1, nodes: [], edges: [], readingOrder: [] };
const flow: FlowView = {
  code: 'f',
  name: '流程',
  steps: [step('review'), step('hearing.hold'), step('hearing.told.write'), step('approve')],
  edges: [
    { from: 'review', to: 'hearing.hold', outcome: 'pass' },
    { from: 'hearing.hold', to: 'hearing.told.write', outcome: 'pass' },
    { from: 'hearing.told.write', to: 'approve', outcome: 'pass' },
  ],
  diagram: empty,
  groups: [
    {
      id: 'hearing',
      name: '听证',
      nameEn: 'Hearing',
      exit: 'hearing.told.write',
      steps: ['hearing.hold', 'hearing.told.write'],
    },
    {
      id: 'hearing.told',
      name: '告知',
      nameEn: 'Telling',
      exit: 'hearing.told.write',
      steps: ['hearing.told.write'],
    },
  ],
  overview: { ...empty, width: 2 },
};

describe('a flow with its sub-processes closed', () => {
  it('has one box for each of the outer ones', () => {
    const closed = closedFlow(flow);
    expect(closed.steps.map(({ id }) => id)).toEqual(['review', 'approve', 'hearing']);
    expect(closed.edges.map((edge) => `${edge.from}>${edge.to}`)).toEqual([
      'review>hearing',
      'hearing>approve',
    ]);
    expect(closed.diagram.width).toBe(2);
    expect(boxOf(flow, 'hearing.told.write')).toBe('hearing');
    const plain = { ...flow, groups: undefined, overview: undefined };
    expect(closedFlow(plain)).toBe(plain);
  });
  it('shows a case as inside until it came out', () => {
    const inside = closedProgress(flow, {
      current: ['hearing.told.write'],
      done: ['hearing.hold'],
    });
    expect(inside).toEqual({ current: ['hearing'], done: [] });
    const out = closedProgress(flow, {
      current: ['approve'],
      done: ['review', 'hearing.hold', 'hearing.told.write'],
    });
    expect(out).toEqual({ current: ['approve'], done: ['review', 'hearing'] });
  });
  it('names a step behind what it is in, and tells a later run', () => {
    expect(nameInFlow(flow, 'hearing.told.write')).toEqual({
      name: '听证 › 告知 › 环节hearing.told.write',
      nameEn: 'Hearing › Telling › Step hearing.told.write',
    });
    expect(nameInFlow(flow, 'hearing.hold', [{ id: 'hearing', run: 2 }])?.name).toBe(
      '听证（第2次） › 环节hearing.hold',
    );
    expect(nameInFlow(flow, 'review')?.name).toBe('环节review');
    expect(nameInFlow(flow, 'nowhere')).toBeUndefined();
  });
});
