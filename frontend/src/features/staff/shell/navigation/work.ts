import { lazy } from 'react';
import { COUNCIL } from './council';
import type { Entry } from './place';

/** Work of the day. */
export const WORK: readonly Entry[] = [
  {
    path: '/staff',
    label: 'nav.tasks',
    icon: 'tasks',
    rights: ['cases.read'],
    page: lazy(() =>
      import('@/features/staff/tasks/TasksPage').then((m) => ({ default: m.TasksPage })),
    ),
    inner: [
      {
        path: '/staff/cases/:number',
        page: lazy(() =>
          import('@/features/staff/casefile/CasePage').then((m) => ({ default: m.CasePage })),
        ),
      },
      {
        path: '/staff/cases/:number/documents/:id',
        page: lazy(() =>
          import('@/features/staff/documents/CaseDocumentPage').then((m) => ({
            default: m.CaseDocumentPage,
          })),
        ),
      },
    ],
  },
  {
    path: '/staff/joint',
    label: 'nav.joint',
    icon: 'handover',
    rights: ['cases.read'],
    page: lazy(() =>
      import('@/features/staff/joint/JointDeskPage').then((m) => ({ default: m.JointDeskPage })),
    ),
    inner: [
      {
        path: '/staff/joint/:number',
        page: lazy(() =>
          import('@/features/staff/joint/JointPage').then((m) => ({ default: m.JointPage })),
        ),
      },
    ],
  },
  {
    path: '/staff/confirmations',
    label: 'nav.confirmations',
    icon: 'confirm',
    rights: ['cases.act', 'confirmations.decide'],
    page: lazy(() =>
      import('@/features/staff/confirmations/ConfirmationsPage').then((m) => ({
        default: m.ConfirmationsPage,
      })),
    ),
    badge: 'confirmations',
  },
  {
    path: '/staff/complaints',
    label: 'nav.complaints',
    icon: 'file',
    rights: ['complaints.read'],
    page: lazy(() =>
      import('@/features/staff/complaints/ComplaintsPage').then((m) => ({
        default: m.ComplaintsPage,
      })),
    ),
    inner: [
      {
        path: '/staff/complaints/new',
        page: lazy(() =>
          import('@/features/staff/complaints/TakePage').then((m) => ({ default: m.TakePage })),
        ),
      },
      {
        path: '/staff/complaints/duty',
        page: lazy(() =>
          import('@/features/staff/complaints/DutyPage').then((m) => ({ default: m.DutyPage })),
        ),
      },
      {
        path: '/staff/complaints/earlier',
        page: lazy(() =>
          import('@/features/staff/complaints/EarlierPage').then((m) => ({
            default: m.EarlierPage,
          })),
        ),
      },
      {
        path: '/staff/complaints/categories',
        page: lazy(() =>
          import('@/features/staff/complaints/CategoriesPage').then((m) => ({
            default: m.CategoriesPage,
          })),
        ),
      },
      {
        path: '/staff/complaints/:number/publication',
        page: lazy(() =>
          import('@/features/staff/complaints/PublicationPage').then((m) => ({
            default: m.PublicationPage,
          })),
        ),
      },
      {
        path: '/staff/complaints/:number',
        page: lazy(() =>
          import('@/features/staff/complaints/ComplaintPage').then((m) => ({
            default: m.ComplaintPage,
          })),
        ),
      },
    ],
  },
  {
    path: '/staff/information-requests',
    label: 'nav.informationRequests',
    icon: 'file',
    rights: ['infoRequests.read'],
    page: lazy(() =>
      import('@/features/staff/inforequests/RequestsPage').then((m) => ({
        default: m.RequestsPage,
      })),
    ),
    inner: [
      {
        path: '/staff/information-requests/new',
        page: lazy(() =>
          import('@/features/staff/inforequests/EnterPage').then((m) => ({ default: m.EnterPage })),
        ),
      },
      {
        path: '/staff/information-requests/:number/publication',
        page: lazy(() =>
          import('@/features/staff/inforequests/PublicationPage').then((m) => ({
            default: m.PublicationPage,
          })),
        ),
      },
      {
        path: '/staff/information-requests/:number',
        page: lazy(() =>
          import('@/features/staff/inforequests/RequestPage').then((m) => ({
            default: m.RequestPage,
          })),
        ),
      },
    ],
  },
  ...COUNCIL,
  {
    path: '/staff/projects',
    label: 'nav.projects',
    icon: 'building',
    rights: ['cases.read'],
    page: lazy(() =>
      import('@/features/staff/project/ProjectsPage').then((m) => ({ default: m.ProjectDeskPage })),
    ),
    inner: [
      {
        path: '/staff/projects/:code',
        page: lazy(() =>
          import('@/features/staff/project/ProjectPage').then((m) => ({ default: m.ProjectPage })),
        ),
      },
    ],
  },
  {
    path: '/staff/agent',
    label: 'nav.agentDesk',
    icon: 'tasks',
    rights: ['agents.serve'],
    page: lazy(() =>
      import('@/features/staff/agents/DeskPage').then((m) => ({ default: m.AgentDeskPage })),
    ),
    inner: [
      {
        path: '/staff/agent/:id',
        page: lazy(() =>
          import('@/features/staff/agents/ClientPage').then((m) => ({
            default: m.AgentClientPage,
          })),
        ),
      },
      {
        path: '/staff/agent/:id/cases/:number',
        page: lazy(() =>
          import('@/features/staff/agents/ClientCasePage').then((m) => ({
            default: m.ClientCasePage,
          })),
        ),
      },
    ],
  },
  {
    path: '/staff/agent-requests',
    label: 'nav.agentRequests',
    icon: 'people',
    rights: ['agents.serve'],
    page: lazy(() =>
      import('@/features/staff/agents/RequestsPage').then((m) => ({
        default: m.AgentRequestsPage,
      })),
    ),
  },
  {
    path: '/staff/intake',
    label: 'nav.intake',
    icon: 'file',
    rights: ['dutyRegister.keep'],
    page: lazy(() =>
      import('@/features/staff/places/IntakePage').then((m) => ({ default: m.IntakePage })),
    ),
  },
  {
    path: '/staff/waybills',
    label: 'nav.waybills',
    icon: 'handover',
    rights: ['cases.act'],
    page: lazy(() =>
      import('@/features/staff/waybills/WaybillsPage').then((m) => ({ default: m.WaybillsPage })),
    ),
    inner: [
      {
        path: '/staff/waybills/intake',
        page: lazy(() =>
          import('@/features/staff/places/IntakePage').then((m) => ({ default: m.IntakePage })),
        ),
      },
    ],
  },
  {
    path: '/staff/places',
    label: 'nav.places',
    icon: 'building',
    rights: ['dutyRegister.read'],
    page: lazy(() =>
      import('@/features/staff/places/DeskPage').then((m) => ({ default: m.DeskPage })),
    ),
  },
  {
    path: '/staff/appointments',
    label: 'nav.appointments',
    icon: 'clock',
    rights: ['appointments.serve'],
    page: lazy(() =>
      import('@/features/staff/appointments/DeskPage').then((m) => ({
        default: m.AppointmentDeskPage,
      })),
    ),
  },
  {
    path: '/staff/promises',
    label: 'nav.promises',
    icon: 'calendar',
    rights: ['cases.read'],
    page: lazy(() =>
      import('@/features/staff/promises/PromisesPage').then((m) => ({ default: m.PromisesPage })),
    ),
  },
  {
    path: '/staff/charges',
    label: 'nav.charges',
    icon: 'building',
    rights: ['cases.read'],
    page: lazy(() =>
      import('@/features/staff/charges/ChargesPage').then((m) => ({ default: m.ChargesPage })),
    ),
  },
  {
    path: '/staff/notices',
    label: 'nav.notices',
    icon: 'bell',
    rights: ['cases.act'],
    badge: 'notices',
    page: lazy(() =>
      import('@/features/staff/notices/NoticesPage').then((m) => ({ default: m.NoticesPage })),
    ),
  },
  {
    path: '/staff/search',
    label: 'search.title',
    icon: 'search',
    rights: [],
    unlisted: true,
    page: lazy(() =>
      import('@/features/staff/search/SearchPage').then((m) => ({ default: m.SearchPage })),
    ),
  },
  {
    path: '/staff/department-rectifications',
    label: 'nav.departmentRectifications',
    icon: 'file',
    rights: ['rectifications.answer'],
    page: lazy(() =>
      import('@/features/staff/ratings/DepartmentRectificationsPage').then((m) => ({
        default: m.DepartmentRectificationsPage,
      })),
    ),
  },
  {
    path: '/staff/reports',
    label: 'nav.reports',
    icon: 'lock',
    rights: ['reports.handle'],
    page: lazy(() =>
      import('@/features/staff/reports/ReportsPage').then((m) => ({ default: m.ReportsPage })),
    ),
    inner: [
      {
        path: '/staff/reports/recipients',
        page: lazy(() =>
          import('@/features/staff/reports/RecipientsPage').then((m) => ({
            default: m.RecipientsPage,
          })),
        ),
      },
      {
        path: '/staff/reports/:id',
        page: lazy(() =>
          import('@/features/staff/reports/ReportPage').then((m) => ({ default: m.ReportPage })),
        ),
      },
    ],
  },
  {
    path: '/staff/clues',
    label: 'nav.clues',
    icon: 'search',
    rights: ['clues.handle'],
    page: lazy(() =>
      import('@/features/staff/clues/CluesPage').then((m) => ({ default: m.CluesPage })),
    ),
    inner: [
      {
        path: '/staff/clues/:number/publication',
        page: lazy(() =>
          import('@/features/staff/clues/PublicationPage').then((m) => ({
            default: m.PublicationPage,
          })),
        ),
      },
      {
        path: '/staff/clues/:number',
        page: lazy(() =>
          import('@/features/staff/clues/CluePage').then((m) => ({ default: m.CluePage })),
        ),
      },
    ],
  },
  {
    path: '/staff/hand-in',
    label: 'nav.handInClue',
    icon: 'handover',
    rights: ['clues.enter'],
    page: lazy(() =>
      import('@/features/staff/clues/HandInPage').then((m) => ({ default: m.HandInPage })),
    ),
  },
];
