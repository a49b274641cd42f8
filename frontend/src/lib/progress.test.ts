import { describe, expect, it } from 'vitest';
import { progressOf } from './progress';

const edges = [
  ['submit', 'accept', 'pass'],
  ['accept', 'joint', 'pass'],
  ['joint', 'plans', 'branch-plans'],
  ['joint', 'safety', 'branch-safety'],
  ['plans', 'joined', 'pass'],
  ['plans', 'accept', 'return'],
  ['safety', 'joined', 'pass'],
  ['joined', 'approve', 'pass'],
  ['approve', 'plans', 'return'],
].map(([from = '', to = '', outcome = '']) => ({ from, to, outcome }));

const left = (stepId: string, outcome = 'pass') => ({ stepId, leftAt: '2026-03-02', outcome });
const at = (stepId: string) => ({ stepId });

describe('progressOf', () => {
  it('is in every step that is being worked on', () => {
    const visits = [left('submit'), left('accept'), left('joint'), at('plans'), at('safety')];
    expect(progressOf(visits, true, edges)).toEqual({
      current: ['plans', 'safety'],
      done: ['submit', 'accept', 'joint'],
    });
  });

  it('keeps what another branch has done when one is done again', () => {
    const visits = [
      ...[left('submit'), left('accept'), left('joint'), left('plans'), left('safety')],
      ...[left('joined'), left('approve', 'return'), at('plans')],
    ];
    expect(progressOf(visits, true, edges)).toEqual({
      current: ['plans'],
      done: ['submit', 'accept', 'joint', 'safety'],
    });
  });

  it('takes back every branch when the case goes back to before the fork', () => {
    const visits = [
      ...[left('submit'), left('accept'), left('joint'), left('safety')],
      ...[left('plans', 'return'), at('accept')],
    ];
    expect(progressOf(visits, true, edges)).toEqual({ current: ['accept'], done: ['submit'] });
  });

  it('has no current step once it has ended', () => {
    expect(progressOf([left('submit'), left('accept')], false, edges).current).toEqual([]);
  });

  it('counts nothing as done that was cut short', () => {
    const visits = [left('submit'), left('accept'), left('plans', 'undone')];
    expect(progressOf(visits, false, edges)).toEqual({ current: [], done: ['submit', 'accept'] });
  });
});
