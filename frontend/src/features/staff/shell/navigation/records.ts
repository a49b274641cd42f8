import { lazy } from 'react';
import { OVERSIGHT } from './oversight';
import type { Entry } from './place';

/** What can be looked up. */
export const RECORDS: readonly Entry[] = [
  ...OVERSIGHT,
  {
    path: '/staff/disclosures',
    label: 'nav.disclosures',
    icon: 'file',
    rights: ['disclosures.read'],
    page: lazy(() =>
      import('@/features/staff/disclosures/PublicationsPage').then((m) => ({
        default: m.PublicationsPage,
      })),
    ),
    inner: [
      {
        path: '/staff/disclosures/new',
        page: lazy(() =>
          import('@/features/staff/disclosures/NewPublicationPage').then((m) => ({
            default: m.NewPublicationPage,
          })),
        ),
      },
      {
        path: '/staff/disclosures/:number',
        page: lazy(() =>
          import('@/features/staff/disclosures/PublicationPage').then((m) => ({
            default: m.PublicationPage,
          })),
        ),
      },
    ],
  },
  {
    path: '/staff/attendance/day',
    label: 'nav.attendanceDay',
    icon: 'people',
    rights: ['attendance.read'],
    page: lazy(() =>
      import('@/features/staff/attendance/DayPage').then((m) => ({ default: m.DayPage })),
    ),
    inner: [
      {
        path: '/staff/attendance/people/:account',
        page: lazy(() =>
          import('@/features/staff/attendance/AttendancePage').then((m) => ({
            default: m.PersonAttendancePage,
          })),
        ),
      },
      {
        path: '/staff/attendance/contests',
        page: lazy(() =>
          import('@/features/staff/attendance/ContestsPage').then((m) => ({
            default: m.ContestsPage,
          })),
        ),
      },
    ],
  },
  {
    path: '/staff/credit',
    label: 'nav.credit',
    icon: 'trail',
    rights: ['credit.decide', 'credit.lookUp'],
    page: lazy(() =>
      import('@/features/staff/promises/CreditPage').then((m) => ({ default: m.CreditPage })),
    ),
  },
  {
    path: '/staff/people-search',
    label: 'nav.people',
    icon: 'search',
    rights: ['people.search'],
    page: lazy(() =>
      import('@/features/staff/search/PeoplePage').then((m) => ({ default: m.PeoplePage })),
    ),
  },
  {
    path: '/staff/people',
    label: 'nav.staff',
    icon: 'people',
    rights: ['staff.read'],
    page: lazy(() =>
      import('@/features/staff/people/PeoplePage').then((m) => ({ default: m.PeoplePage })),
    ),
    inner: [
      {
        path: '/staff/people/import',
        page: lazy(() =>
          import('@/features/staff/people/StaffImportPage').then((m) => ({
            default: m.StaffImportPage,
          })),
        ),
      },
      {
        path: '/staff/people/:account',
        page: lazy(() =>
          import('@/features/staff/people/PersonPage').then((m) => ({ default: m.PersonPage })),
        ),
      },
    ],
  },
  {
    path: '/staff/posts',
    label: 'nav.posts',
    icon: 'building',
    rights: ['staff.read'],
    page: lazy(() =>
      import('@/features/staff/people/PostsPage').then((m) => ({ default: m.PostsPage })),
    ),
  },
  {
    path: '/staff/delegations',
    label: 'nav.delegations',
    icon: 'seal',
    rights: ['places.read'],
    page: lazy(() =>
      import('@/features/staff/places/DelegationsPage').then((m) => ({
        default: m.DelegationsPage,
      })),
    ),
  },
  {
    path: '/staff/cross-region',
    label: 'nav.crossRegion',
    icon: 'building',
    rights: ['places.read'],
    page: lazy(() =>
      import('@/features/staff/places/CrossRegionPage').then((m) => ({
        default: m.CrossRegionPage,
      })),
    ),
  },
  {
    path: '/staff/liaison',
    label: 'nav.liaison',
    icon: 'people',
    rights: ['places.read'],
    page: lazy(() =>
      import('@/features/staff/places/LiaisonPage').then((m) => ({ default: m.LiaisonPage })),
    ),
  },
  {
    path: '/staff/administration/changes',
    label: 'nav.changes',
    icon: 'clock',
    rights: ['staff.read', 'powerList.edit', 'calendar.edit'],
    page: lazy(() =>
      import('@/features/staff/administration/changes/ChangesPage').then((m) => ({
        default: m.ChangesPage,
      })),
    ),
  },
  {
    path: '/staff/trail',
    label: 'nav.trail',
    icon: 'trail',
    rights: ['accessTrail.read'],
    page: lazy(() =>
      import('@/features/staff/trail/TrailPage').then((m) => ({ default: m.TrailPage })),
    ),
  },
  {
    path: '/staff/deletions',
    label: 'nav.deletions',
    icon: 'lock',
    rights: ['personalData.manage'],
    page: lazy(() =>
      import('@/features/staff/deletions/DeletionsPage').then((m) => ({
        default: m.DeletionsPage,
      })),
    ),
  },
  {
    path: '/staff/seal-uses',
    label: 'nav.sealUses',
    icon: 'seal',
    rights: ['sealUses.read'],
    page: lazy(() =>
      import('@/features/staff/documents/SealUsesPage').then((m) => ({ default: m.SealUsesPage })),
    ),
  },
];
