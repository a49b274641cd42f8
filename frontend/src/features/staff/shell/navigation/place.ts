import type { ComponentType } from 'react';
import type { ParseKeys } from 'i18next';
import type { Permission } from '@/features/staff/rights';
import type { IconName } from '../Icon';

/** Work of the day, what can be looked up, what is set up, and one's own. */
export const GROUPS = ['work', 'records', 'setup', 'own'] as const;
export type Group = (typeof GROUPS)[number];

/** A number beside an entry, where there is one to tell. */
export type BadgeName = 'notices' | 'confirmations' | 'cards' | 'carriers';

/** One place of the staff's pages. A feature adds itself here, once. */
export interface Place {
  /** Its address, and what its entry leads to. */
  path: string;
  /** Its name in the navigation, in `console.json`. */
  label: ParseKeys<'console'>;
  icon: IconName;
  group: Group;
  /** Any of these is enough; an empty list is open to whoever is signed in. */
  rights: readonly Permission[];
  page: ComponentType;
  /** Pages behind it, by their patterns (`/staff/people/:account`). They keep its entry marked. */
  inner?: readonly { path: string; page: ComponentType }[];
  badge?: BadgeName;
  /** It has a page, and no entry: reached from elsewhere. */
  unlisted?: boolean;
}

/** A place as the file of its group has it. */
export type Entry = Omit<Place, 'group'>;
