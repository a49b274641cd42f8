import type { Account } from '@/api/generated';
import { mayAny } from '../rights';
import { PLACES } from './navigation';
import type { Place } from './navigation/place';

/** So many places lie in the bar of a phone; the others are behind "more". */
export const IN_THE_BAR = 3;

/** What this account finds in the navigation. */
export function placesOf(account: Account): Place[] {
  return PLACES.filter((place) => !place.unlisted && mayAny(account, place.rights));
}

function covers(pattern: string, location: string): boolean {
  const wanted = pattern.split('/');
  const given = location.split('/');
  return (
    wanted.length === given.length &&
    wanted.every((part, index) => part.startsWith(':') || part === given[index])
  );
}

/** The place an address belongs to. */
export function placeAt(location: string): Place | undefined {
  return PLACES.find((place) =>
    [place.path, ...(place.inner ?? []).map(({ path }) => path)].some((path) =>
      covers(path, location),
    ),
  );
}

/** Where somebody begins: the first place that is theirs. */
export function homeOf(account: Account): string {
  return placesOf(account)[0]?.path ?? '/staff/sessions';
}
