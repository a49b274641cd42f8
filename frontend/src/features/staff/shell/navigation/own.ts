import { lazy } from 'react';
import type { Entry } from './place';

/** One's own. */
export const OWN: readonly Entry[] = [
  {
    path: '/staff/handover',
    label: 'nav.handover',
    icon: 'handover',
    rights: ['cases.act'],
    page: lazy(() =>
      import('@/features/staff/people/HandoverPage').then((m) => ({ default: m.HandoverPage })),
    ),
  },
  {
    path: '/staff/my-file',
    label: 'nav.ownFile',
    icon: 'person',
    rights: ['cards.read'],
    page: lazy(() =>
      import('@/features/staff/supervision/FilePage').then((m) => ({ default: m.OwnFilePage })),
    ),
  },
  {
    path: '/staff/security',
    label: 'nav.security',
    icon: 'lock',
    rights: [],
    page: lazy(() =>
      import('@/features/staff/security/SecurityPage').then((m) => ({ default: m.SecurityPage })),
    ),
  },
  {
    path: '/staff/sessions',
    label: 'nav.sessions',
    icon: 'device',
    rights: [],
    page: lazy(() =>
      import('@/features/staff/sessions/SessionsPage').then((m) => ({ default: m.SessionsPage })),
    ),
  },
];
