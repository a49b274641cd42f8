import type { CaseFilter, ListCasesData } from '@/api/generated';

export type Query = NonNullable<ListCasesData['query']>;
export const SPANS = ['late', 'today', 'soon', 'later', 'none'] as const;
export const STATES = ['submitted', 'inCorrection', 'inProgress', 'paused'] as const;
export const SCOPES = ['mine', 'department'] as const;

export interface Look {
  scope: (typeof SCOPES)[number];
  due?: (typeof SPANS)[number] | undefined;
  state?: (typeof STATES)[number] | undefined;
  q: string;
}

function oneOf<Value extends string>(
  value: string | null,
  known: readonly Value[],
): Value | undefined {
  return known.find((each) => each === value);
}

/** How the list is looked at, from its address. */
export function lookOf(parameters: URLSearchParams, usual: Look['scope']): Look {
  return {
    scope: oneOf(parameters.get('scope'), SCOPES) ?? usual,
    due: oneOf(parameters.get('due'), SPANS),
    state: oneOf(parameters.get('state'), STATES),
    q: parameters.get('q') ?? '',
  };
}

/** The address of a look; what is usual isn't said. */
export function addressOf(look: Look, usual: Look['scope']): string {
  const parameters = new URLSearchParams();
  if (look.scope !== usual) parameters.set('scope', look.scope);
  if (look.due) parameters.set('due', look.due);
  if (look.state) parameters.set('state', look.state);
  if (look.q) parameters.set('q', look.q);
  const search = parameters.toString();
  return search ? `/staff?${search}` : '/staff';
}

/** What a kept filter asks for, as a look. */
export function lookOfFilter(filter: CaseFilter): Look {
  return {
    scope: filter.scope,
    due: filter.due,
    state: oneOf(filter.state ?? null, STATES),
    q: filter.q ?? '',
  };
}

export function isFiltered(look: Look, usual: Look['scope']): boolean {
  return addressOf(look, usual) !== '/staff';
}
