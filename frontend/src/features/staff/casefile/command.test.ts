import { describe, expect, it } from 'vitest';
import type { CaseFile, PossibleAction } from '@/api/generated';
import { since } from './changed';
import { EMPTY_REVIEW, type Filled, lacksOf, needsReason, toCommand } from './command';

const risk = { grade: 'A' as const, risk: '搁置', measure: '提醒' };
const step = (id: string, kind: string, risks: object[] = []) => ({
  id,
  kind,
  name: id,
  countsTowardLimit: true,
  materials: [],
  risks,
});
const file = {
  caseNumber: '20261121-000123-4',
  currentStepId: 'approve',
  version: 3,
  history: [{ kind: 'submitted' }, { kind: 'accepted' }, { kind: 'advanced' }],
  flow: {
    steps: [
      step('approve', 'approval', [risk]),
      step('close', 'closure'),
      step('refused', 'termination'),
    ],
  },
} as unknown as CaseFile;

const nothing: Filled = {
  way: undefined,
  returnTo: undefined,
  reason: '',
  ground: undefined,
  days: '',
  missing: {},
  seen: [],
  greenGround: '',
  review: EMPTY_REVIEW,
  confirmedRisk: false,
};
const possible = (
  action: PossibleAction['action'],
  more: Partial<PossibleAction> = {},
): PossibleAction => ({
  action,
  allowed: true,
  outcomes: [],
  returnTo: [],
  ...more,
});
const decide = possible('decide', {
  outcomes: [
    { outcome: 'pass', toStepId: 'close', label: '准予' },
    { outcome: 'reject', toStepId: 'refused', label: '不予批准' },
  ],
});
const fields = (action: PossibleAction, filled: Filled) =>
  lacksOf(file, action, filled).map((lack) => lack.field);

describe('before acting', () => {
  it('the way is chosen and the risk point confirmed', () => {
    expect(fields(decide, nothing)).toEqual(['way', 'confirmedRisk']);
    expect(fields(decide, { ...nothing, way: 'close', confirmedRisk: true })).toEqual([]);
  });
  it('a refusal is explained', () => {
    const refusing = { ...nothing, way: 'refused', confirmedRisk: true };
    expect(needsReason(file, decide, refusing)).toBe(true);
    expect(fields(decide, refusing)).toEqual(['reason']);
  });
  it('a correction says what is missing, and a pause its ground', () => {
    const confirmed = { ...nothing, confirmedRisk: true };
    expect(fields(possible('request-correction'), confirmed)).toEqual(['missing']);
    expect(fields(possible('pause', { needsReason: true }), confirmed)).toEqual([
      'ground',
      'reason',
    ]);
  });
  it('going on after a pause needs nothing', () => {
    expect(fields(possible('resume'), nothing)).toEqual([]);
  });
});

describe('the command', () => {
  it('grants or refuses by the way chosen', () => {
    expect(toCommand(decide, { ...nothing, way: 'close', confirmedRisk: true })).toEqual({
      decision: 'grant',
      outcome: 'pass',
      confirmedRisk: true,
    });
    expect(toCommand(decide, { ...nothing, way: 'refused', reason: ' 场所不符 ' })).toEqual({
      decision: 'refuse',
      reason: '场所不符',
    });
  });
  it('names what is missing, listed or not, line by line', () => {
    const missing = { M1: '请签名', M2: ' ', '': '补交授权书\n\n补交照片' };
    expect(toCommand(possible('request-correction'), { ...nothing, missing })).toEqual({
      missing: [
        { materialCode: 'M1', what: '请签名' },
        { what: '补交授权书' },
        { what: '补交照片' },
      ],
    });
  });
});

describe('what others did meanwhile', () => {
  it('is what came after what was seen', () => {
    const later = {
      ...file,
      version: 4,
      history: [...file.history, { kind: 'returned' }],
    } as CaseFile;
    expect(since(file, later).map((entry) => entry.kind)).toEqual(['returned']);
    expect(since(later, file)).toEqual([]);
  });
});
