import { lazy } from 'react';
import type { Entry } from './place';

/** People's supervisors and other members: what they write, who they are, documents to and fro. */
export const COUNCIL: readonly Entry[] = [
  {
    path: '/staff/council',
    label: 'nav.council',
    icon: 'people',
    rights: ['council.read'],
    page: lazy(() =>
      import('@/features/staff/council/TopicsPage').then((m) => ({ default: m.TopicsPage })),
    ),
    inner: [
      {
        path: '/staff/council/members',
        page: lazy(() =>
          import('@/features/staff/council/MembersPage').then((m) => ({ default: m.MembersPage })),
        ),
      },
      {
        path: '/staff/council/documents',
        page: lazy(() =>
          import('@/features/staff/council/DocumentsPage').then((m) => ({
            default: m.DocumentsPage,
          })),
        ),
      },
      {
        path: '/staff/council/topics/:number/publication',
        page: lazy(() =>
          import('@/features/staff/council/PublicationPage').then((m) => ({
            default: m.PublicationPage,
          })),
        ),
      },
      {
        path: '/staff/council/topics/:number',
        page: lazy(() =>
          import('@/features/staff/council/TopicPage').then((m) => ({ default: m.TopicPage })),
        ),
      },
    ],
  },
];
