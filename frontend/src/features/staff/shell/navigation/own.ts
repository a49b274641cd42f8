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
    path: '/staff/attendance',
    label: 'nav.attendance',
    icon: 'calendar',
    rights: ['attendance.sign'],
    page: lazy(() =>
      import('@/features/staff/attendance/AttendancePage').then((m) => ({
        default: m.AttendancePage,
      })),
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
    inner: [
      {
        path: '/staff/work/:figure',
        page: lazy(() =>
          import('@/features/staff/supervision/WorkCasesPage').then((m) => ({
            default: m.WorkCasesPage,
          })),
        ),
      },
    ],
  },
  {
    path: '/staff/letters',
    label: 'nav.letters',
    icon: 'file',
    rights: [],
    page: lazy(() =>
      import('@/features/staff/clues/LettersPage').then((m) => ({ default: m.LettersPage })),
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
