import { OWN } from './navigation/own';
import { type Entry, type Group, GROUPS, type Place } from './navigation/place';
import { RECORDS } from './navigation/records';
import { SETUP } from './navigation/setup';
import { WORK } from './navigation/work';

const ENTRIES: Record<Group, readonly Entry[]> = {
  work: WORK,
  records: RECORDS,
  setup: SETUP,
  own: OWN,
};

/** Every place, in the order they are shown. A new one is an entry in its group's file. */
export const PLACES: readonly Place[] = GROUPS.flatMap((group) =>
  ENTRIES[group].map((entry) => ({ ...entry, group })),
);
