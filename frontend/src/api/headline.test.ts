import { describe, expect, it } from 'vitest';
import type { TrackedCase } from '@/api/generated';
import { fromFragment } from '@/lib/keys';
import { askedFor, headlineOf, reasonOf } from './headline';

const step = (id: string, kind: string) => ({ id, kind, name: id });
const tracked = (state: TrackedCase['state'], currentStepId: string, history: object[] = []) =>
  ({
    state,
    currentStepId,
    history,
    flow: {
      steps: [
        step('call', 'announcement'),
        step('accept', 'acceptance'),
        step('review', 'review'),
        step('close', 'closure'),
      ],
    },
  }) as unknown as TrackedCase;

describe('where a case is, in plain words', () => {
  it.each([
    ['submitted', 'accept', 'submitted', true],
    // Some flows do something before acceptance.
    ['submitted', 'call', 'inStep', true],
    ['inCorrection', 'accept', 'inCorrection', true],
    ['inProgress', 'review', 'inStep', true],
    ['inProgress', 'close', 'closing', true],
    ['paused', 'review', 'paused', true],
    ['granted', 'close', 'granted', false],
    ['refused', 'review', 'refused', false],
    ['notAccepted', 'accept', 'notAccepted', false],
    ['withdrawn', 'review', 'withdrawn', false],
  ] as const)('%s at %s is said as %s', (state, at, key, open) => {
    expect(headlineOf(tracked(state, at))).toMatchObject({ key, open });
  });
  it('names the newest request, and only while it waits', () => {
    const history = [
      { kind: 'correctionRequested', missing: [{ what: 'first' }] },
      { kind: 'supplemented' },
      { kind: 'correctionRequested', missing: [{ what: 'second' }] },
    ];
    expect(askedFor(tracked('inCorrection', 'accept', history))?.missing).toEqual([
      { what: 'second' },
    ]);
    expect(askedFor(tracked('submitted', 'accept', history))).toBeUndefined();
  });
  it('gives the reason of a refusal', () => {
    const history = [{ kind: 'decided', reason: '场所不符' }];
    expect(reasonOf(tracked('refused', 'review', history))).toBe('场所不符');
    expect(reasonOf(tracked('granted', 'close', history))).toBeUndefined();
  });
});

describe('number and code come in the fragment', () => {
  it.each([
    '#20261121-000123-4/7K3QX-9FMZT',
    '#number=20261121-000123-4&code=7K3QX-9FMZT',
    '#number=20261121-000123-4+&code=+7K3QX-9FMZT',
  ])('%s', (fragment) => {
    expect(fromFragment(fragment)).toEqual({ number: '20261121-000123-4', code: '7K3QX-9FMZT' });
  });
  it('or not at all', () => {
    expect(fromFragment('')).toEqual({ number: '', code: '' });
    expect(fromFragment('#main')).toEqual({ number: '', code: '' });
  });
});
