import { type ComponentType, lazy } from 'react';
import type { ParseKeys } from 'i18next';
import type { Permission } from '../rights';
import type { IconName } from './Icon';

/** Work of the day, what can be looked up, what is set up, and one's own. */
export const GROUPS = ['work', 'records', 'setup', 'own'] as const;
export type Group = (typeof GROUPS)[number];

/** A number beside an entry, where there is one to tell. */
export type BadgeName = 'notices' | 'confirmations';

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

/** In the order they are shown; a page comes when somebody goes there. */
export const PLACES: readonly Place[] = [
  {
    path: '/staff',
    label: 'nav.tasks',
    icon: 'tasks',
    group: 'work',
    rights: ['cases.read'],
    page: lazy(() => import('../tasks/TasksPage').then((m) => ({ default: m.TasksPage }))),
    inner: [
      {
        path: '/staff/cases/:number',
        page: lazy(() => import('../casefile/CasePage').then((m) => ({ default: m.CasePage }))),
      },
      {
        path: '/staff/cases/:number/documents/:id',
        page: lazy(() =>
          import('../documents/CaseDocumentPage').then((m) => ({ default: m.CaseDocumentPage })),
        ),
      },
    ],
  },
  {
    path: '/staff/joint',
    label: 'nav.joint',
    icon: 'handover',
    group: 'work',
    rights: ['cases.read'],
    page: lazy(() => import('../joint/JointDeskPage').then((m) => ({ default: m.JointDeskPage }))),
    inner: [
      {
        path: '/staff/joint/:number',
        page: lazy(() => import('../joint/JointPage').then((m) => ({ default: m.JointPage }))),
      },
    ],
  },
  {
    path: '/staff/confirmations',
    label: 'nav.confirmations',
    icon: 'confirm',
    group: 'work',
    rights: ['cases.act', 'confirmations.decide'],
    page: lazy(() =>
      import('../confirmations/ConfirmationsPage').then((m) => ({ default: m.ConfirmationsPage })),
    ),
    badge: 'confirmations',
  },
  {
    path: '/staff/intake',
    label: 'nav.intake',
    icon: 'file',
    group: 'work',
    rights: ['dutyRegister.keep'],
    page: lazy(() => import('../places/IntakePage').then((m) => ({ default: m.IntakePage }))),
  },
  {
    path: '/staff/places',
    label: 'nav.places',
    icon: 'building',
    group: 'work',
    rights: ['dutyRegister.read'],
    page: lazy(() => import('../places/DeskPage').then((m) => ({ default: m.DeskPage }))),
  },
  {
    path: '/staff/appointments',
    label: 'nav.appointments',
    icon: 'clock',
    group: 'work',
    rights: ['appointments.serve'],
    page: lazy(() =>
      import('../appointments/DeskPage').then((m) => ({ default: m.AppointmentDeskPage })),
    ),
  },
  {
    path: '/staff/promises',
    label: 'nav.promises',
    icon: 'calendar',
    group: 'work',
    rights: ['cases.read'],
    page: lazy(() => import('../promises/PromisesPage').then((m) => ({ default: m.PromisesPage }))),
  },
  {
    path: '/staff/credit',
    label: 'nav.credit',
    icon: 'trail',
    group: 'records',
    rights: ['credit.decide', 'credit.lookUp'],
    page: lazy(() => import('../promises/CreditPage').then((m) => ({ default: m.CreditPage }))),
  },
  {
    path: '/staff/charges',
    label: 'nav.charges',
    icon: 'building',
    group: 'work',
    rights: ['cases.read'],
    page: lazy(() => import('../charges/ChargesPage').then((m) => ({ default: m.ChargesPage }))),
  },
  {
    path: '/staff/notices',
    label: 'nav.notices',
    icon: 'bell',
    group: 'work',
    rights: ['cases.act'],
    badge: 'notices',
    page: lazy(() => import('../notices/NoticesPage').then((m) => ({ default: m.NoticesPage }))),
  },
  {
    path: '/staff/search',
    label: 'search.title',
    icon: 'search',
    group: 'work',
    rights: [],
    unlisted: true,
    page: lazy(() => import('../search/SearchPage').then((m) => ({ default: m.SearchPage }))),
  },
  {
    path: '/staff/people-search',
    label: 'nav.people',
    icon: 'search',
    group: 'records',
    rights: ['people.search'],
    page: lazy(() => import('../search/PeoplePage').then((m) => ({ default: m.PeoplePage }))),
  },
  {
    path: '/staff/people',
    label: 'nav.staff',
    icon: 'people',
    group: 'records',
    rights: ['staff.read'],
    page: lazy(() => import('../people/PeoplePage').then((m) => ({ default: m.PeoplePage }))),
    inner: [
      {
        path: '/staff/people/import',
        page: lazy(() =>
          import('../people/StaffImportPage').then((m) => ({ default: m.StaffImportPage })),
        ),
      },
      {
        path: '/staff/people/:account',
        page: lazy(() => import('../people/PersonPage').then((m) => ({ default: m.PersonPage }))),
      },
    ],
  },
  {
    path: '/staff/posts',
    label: 'nav.posts',
    icon: 'building',
    group: 'records',
    rights: ['staff.read'],
    page: lazy(() => import('../people/PostsPage').then((m) => ({ default: m.PostsPage }))),
  },
  {
    path: '/staff/delegations',
    label: 'nav.delegations',
    icon: 'seal',
    group: 'records',
    rights: ['places.read'],
    page: lazy(() =>
      import('../places/DelegationsPage').then((m) => ({ default: m.DelegationsPage })),
    ),
  },
  {
    path: '/staff/liaison',
    label: 'nav.liaison',
    icon: 'people',
    group: 'records',
    rights: ['places.read'],
    page: lazy(() => import('../places/LiaisonPage').then((m) => ({ default: m.LiaisonPage }))),
  },
  {
    path: '/staff/administration/changes',
    label: 'nav.changes',
    icon: 'clock',
    group: 'records',
    rights: ['staff.read', 'powerList.edit', 'calendar.edit'],
    page: lazy(() =>
      import('../administration/changes/ChangesPage').then((m) => ({ default: m.ChangesPage })),
    ),
  },
  {
    path: '/staff/administration/themes',
    label: 'nav.themes',
    icon: 'handover',
    group: 'setup',
    rights: ['powerList.edit'],
    page: lazy(() =>
      import('../administration/themes/ThemesPage').then((m) => ({ default: m.ThemesPage })),
    ),
    inner: [
      {
        path: '/staff/administration/themes/:code',
        page: lazy(() =>
          import('../administration/themes/ThemeEditorPage').then((m) => ({
            default: m.ThemeEditorPage,
          })),
        ),
      },
    ],
  },
  {
    path: '/staff/administration/items',
    label: 'nav.items',
    icon: 'flow',
    group: 'setup',
    rights: ['powerList.edit'],
    page: lazy(() =>
      import('../administration/items/ItemsPage').then((m) => ({ default: m.ItemsPage })),
    ),
    inner: [
      {
        path: '/staff/administration/items/:code',
        page: lazy(() =>
          import('../administration/items/ItemEditorPage').then((m) => ({
            default: m.ItemEditorPage,
          })),
        ),
      },
      {
        path: '/staff/administration/new-item',
        page: lazy(() =>
          import('../administration/items/ItemEditorPage').then((m) => ({
            default: m.NewItemPage,
          })),
        ),
      },
      {
        path: '/staff/administration/flows/:code',
        page: lazy(() =>
          import('../administration/flows/FlowEditorPage').then((m) => ({
            default: m.FlowEditorPage,
          })),
        ),
      },
      {
        path: '/staff/administration/flows/:code/moves',
        page: lazy(() =>
          import('../administration/moves/FlowMovePage').then((m) => ({
            default: m.FlowMovePage,
          })),
        ),
      },
    ],
  },
  {
    path: '/staff/imports',
    label: 'nav.imports',
    icon: 'import',
    group: 'setup',
    rights: ['powerList.edit'],
    page: lazy(() => import('../imports/ImportsPage').then((m) => ({ default: m.ImportsPage }))),
  },
  {
    path: '/staff/clients',
    label: 'nav.clients',
    icon: 'key',
    group: 'setup',
    rights: ['clients.manage'],
    page: lazy(() => import('../clients/ClientsPage').then((m) => ({ default: m.ClientsPage }))),
  },
  {
    path: '/staff/administration/calendar',
    label: 'nav.calendar',
    icon: 'calendar',
    group: 'setup',
    rights: ['calendar.edit'],
    page: lazy(() =>
      import('../administration/calendar/CalendarPage').then((m) => ({ default: m.CalendarPage })),
    ),
    inner: [
      {
        path: '/staff/administration/calendar/recounts/:id',
        page: lazy(() =>
          import('../administration/calendar/RecountPage').then((m) => ({
            default: m.RecountPage,
          })),
        ),
      },
    ],
  },
  {
    path: '/staff/administration/departments',
    label: 'nav.departments',
    icon: 'building',
    group: 'setup',
    rights: ['powerList.edit'],
    page: lazy(() =>
      import('../administration/departments/DepartmentsPage').then((m) => ({
        default: m.DepartmentsPage,
      })),
    ),
  },
  {
    path: '/staff/schedules',
    label: 'nav.schedules',
    icon: 'clock',
    group: 'setup',
    rights: ['places.manage'],
    page: lazy(() =>
      import('../appointments/SchedulesPage').then((m) => ({ default: m.SchedulesPage })),
    ),
  },
  {
    path: '/staff/handover',
    label: 'nav.handover',
    icon: 'handover',
    group: 'own',
    rights: ['cases.act'],
    page: lazy(() => import('../people/HandoverPage').then((m) => ({ default: m.HandoverPage }))),
  },
  {
    path: '/staff/trail',
    label: 'nav.trail',
    icon: 'trail',
    group: 'records',
    rights: ['accessTrail.read'],
    page: lazy(() => import('../trail/TrailPage').then((m) => ({ default: m.TrailPage }))),
  },
  {
    path: '/staff/deletions',
    label: 'nav.deletions',
    icon: 'lock',
    group: 'records',
    rights: ['personalData.manage'],
    page: lazy(() =>
      import('../deletions/DeletionsPage').then((m) => ({ default: m.DeletionsPage })),
    ),
  },
  {
    path: '/staff/seal-uses',
    label: 'nav.sealUses',
    icon: 'seal',
    group: 'records',
    rights: ['sealUses.read'],
    page: lazy(() =>
      import('../documents/SealUsesPage').then((m) => ({ default: m.SealUsesPage })),
    ),
  },
  {
    path: '/staff/ratings',
    label: 'nav.ratings',
    icon: 'star',
    group: 'records',
    rights: ['ratings.supervise'],
    page: lazy(() => import('../ratings/RatingsPage').then((m) => ({ default: m.RatingsPage }))),
    inner: [
      {
        path: '/staff/ratings/figures',
        page: lazy(() =>
          import('../ratings/FiguresPage').then((m) => ({ default: m.FiguresPage })),
        ),
      },
      {
        path: '/staff/ratings/terminals',
        page: lazy(() =>
          import('../ratings/TerminalsPage').then((m) => ({ default: m.TerminalsPage })),
        ),
      },
    ],
  },
  {
    path: '/staff/rectifications',
    label: 'nav.rectifications',
    icon: 'confirm',
    group: 'records',
    rights: ['ratings.supervise'],
    page: lazy(() =>
      import('../ratings/RectificationsPage').then((m) => ({ default: m.RectificationsPage })),
    ),
  },
  {
    path: '/staff/department-rectifications',
    label: 'nav.departmentRectifications',
    icon: 'file',
    group: 'work',
    rights: ['rectifications.answer'],
    page: lazy(() =>
      import('../ratings/DepartmentRectificationsPage').then((m) => ({
        default: m.DepartmentRectificationsPage,
      })),
    ),
  },
  {
    path: '/staff/security',
    label: 'nav.security',
    icon: 'lock',
    group: 'own',
    rights: [],
    page: lazy(() => import('../security/SecurityPage').then((m) => ({ default: m.SecurityPage }))),
  },
  {
    path: '/staff/sessions',
    label: 'nav.sessions',
    icon: 'device',
    group: 'own',
    rights: [],
    page: lazy(() => import('../sessions/SessionsPage').then((m) => ({ default: m.SessionsPage }))),
  },
];
