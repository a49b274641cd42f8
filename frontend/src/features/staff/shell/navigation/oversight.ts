import { lazy } from 'react';
import type { Entry } from './place';

/** What supervision looks at. */
export const OVERSIGHT: readonly Entry[] = [
  {
    path: '/staff/supervision',
    label: 'nav.centre',
    icon: 'clock',
    rights: ['cards.supervise'],
    page: lazy(() =>
      import('@/features/staff/centre/DeskPage').then((m) => ({ default: m.DeskPage })),
    ),
    inner: [
      {
        path: '/staff/supervision/wall',
        page: lazy(() =>
          import('@/features/staff/centre/WallPage').then((m) => ({ default: m.WallPage })),
        ),
      },
      {
        path: '/staff/supervision/cases',
        page: lazy(() =>
          import('@/features/staff/centre/CasesPage').then((m) => ({ default: m.CasesPage })),
        ),
      },
    ],
  },
  {
    path: '/staff/supervision/reports',
    label: 'nav.supervisionReports',
    icon: 'file',
    rights: ['supervisionReports.read'],
    page: lazy(() =>
      import('@/features/staff/centre/ReportsPage').then((m) => ({ default: m.ReportsPage })),
    ),
    inner: [
      {
        path: '/staff/supervision/reports/:kind/:day',
        page: lazy(() =>
          import('@/features/staff/centre/ReportPage').then((m) => ({ default: m.ReportPage })),
        ),
      },
    ],
  },
  {
    path: '/staff/findings',
    label: 'nav.findings',
    icon: 'confirm',
    rights: ['findings.read'],
    page: lazy(() =>
      import('@/features/staff/supervision/FindingsPage').then((m) => ({
        default: m.FindingsPage,
      })),
    ),
    inner: [
      {
        path: '/staff/findings/rules',
        page: lazy(() =>
          import('@/features/staff/supervision/RulesPage').then((m) => ({ default: m.RulesPage })),
        ),
      },
      {
        path: '/staff/findings/:id',
        page: lazy(() =>
          import('@/features/staff/supervision/FindingPage').then((m) => ({
            default: m.FindingPage,
          })),
        ),
      },
    ],
  },
  {
    path: '/staff/cards',
    label: 'nav.cards',
    icon: 'file',
    rights: ['cards.read'],
    badge: 'cards',
    page: lazy(() =>
      import('@/features/staff/supervision/CardsPage').then((m) => ({ default: m.CardsPage })),
    ),
    inner: [
      {
        path: '/staff/cards/people/:account',
        page: lazy(() =>
          import('@/features/staff/supervision/FilePage').then((m) => ({
            default: m.PersonFilePage,
          })),
        ),
      },
      {
        path: '/staff/cards/departments/:code',
        page: lazy(() =>
          import('@/features/staff/supervision/FilePage').then((m) => ({
            default: m.DepartmentFilePage,
          })),
        ),
      },
      {
        path: '/staff/cards/month',
        page: lazy(() =>
          import('@/features/staff/supervision/MonthPage').then((m) => ({ default: m.MonthPage })),
        ),
      },
      {
        path: '/staff/cards/:number',
        page: lazy(() =>
          import('@/features/staff/supervision/CardPage').then((m) => ({ default: m.CardPage })),
        ),
      },
    ],
  },
  {
    path: '/staff/inspections',
    label: 'nav.inspections',
    icon: 'search',
    rights: ['inspections.read'],
    page: lazy(() =>
      import('@/features/staff/inspections/InspectionsPage').then((m) => ({
        default: m.InspectionsPage,
      })),
    ),
    inner: [
      {
        path: '/staff/inspections/new',
        page: lazy(() =>
          import('@/features/staff/inspections/NewInspectionPage').then((m) => ({
            default: m.NewInspectionPage,
          })),
        ),
      },
      {
        path: '/staff/inspections/regions',
        page: lazy(() =>
          import('@/features/staff/inspections/RegionsPage').then((m) => ({
            default: m.RegionsPage,
          })),
        ),
      },
      {
        path: '/staff/inspections/:id',
        page: lazy(() =>
          import('@/features/staff/inspections/InspectionPage').then((m) => ({
            default: m.InspectionPage,
          })),
        ),
      },
    ],
  },
  {
    path: '/staff/cameras',
    label: 'nav.cameras',
    icon: 'device',
    rights: ['cameras.view'],
    page: lazy(() =>
      import('@/features/staff/cameras/CamerasPage').then((m) => ({ default: m.CamerasPage })),
    ),
  },
  {
    path: '/staff/risk-posts',
    label: 'nav.riskPosts',
    icon: 'confirm',
    rights: ['inspections.keep'],
    page: lazy(() =>
      import('@/features/staff/inspections/RiskPostsPage').then((m) => ({
        default: m.RiskPostsPage,
      })),
    ),
    inner: [
      {
        path: '/staff/risk-posts/:department/:post',
        page: lazy(() =>
          import('@/features/staff/inspections/RiskPostPage').then((m) => ({
            default: m.RiskPostPage,
          })),
        ),
      },
    ],
  },
  {
    path: '/staff/ratings',
    label: 'nav.ratings',
    icon: 'star',
    rights: ['ratings.supervise'],
    page: lazy(() =>
      import('@/features/staff/ratings/RatingsPage').then((m) => ({ default: m.RatingsPage })),
    ),
    inner: [
      {
        path: '/staff/ratings/figures',
        page: lazy(() =>
          import('@/features/staff/ratings/FiguresPage').then((m) => ({ default: m.FiguresPage })),
        ),
      },
      {
        path: '/staff/ratings/terminals',
        page: lazy(() =>
          import('@/features/staff/ratings/TerminalsPage').then((m) => ({
            default: m.TerminalsPage,
          })),
        ),
      },
    ],
  },
  {
    path: '/staff/agent-ratings',
    label: 'nav.agentRatings',
    icon: 'star',
    rights: ['ratings.supervise'],
    page: lazy(() =>
      import('@/features/staff/agents/AgentRatingsPage').then((m) => ({
        default: m.AgentRatingsPage,
      })),
    ),
  },
  {
    path: '/staff/rectifications',
    label: 'nav.rectifications',
    icon: 'confirm',
    rights: ['ratings.supervise'],
    page: lazy(() =>
      import('@/features/staff/ratings/RectificationsPage').then((m) => ({
        default: m.RectificationsPage,
      })),
    ),
  },
];
