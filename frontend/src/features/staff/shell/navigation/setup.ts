import { lazy } from 'react';
import type { Entry } from './place';

/** What the city runs on. */
export const SETUP: readonly Entry[] = [
  {
    path: '/staff/administration/themes',
    label: 'nav.themes',
    icon: 'handover',
    rights: ['powerList.edit'],
    page: lazy(() =>
      import('@/features/staff/administration/themes/ThemesPage').then((m) => ({
        default: m.ThemesPage,
      })),
    ),
    inner: [
      {
        path: '/staff/administration/themes/:code',
        page: lazy(() =>
          import('@/features/staff/administration/themes/ThemeEditorPage').then((m) => ({
            default: m.ThemeEditorPage,
          })),
        ),
      },
    ],
  },
  {
    path: '/staff/administration/sub-processes',
    label: 'nav.subProcesses',
    icon: 'flow',
    rights: ['powerList.edit'],
    page: lazy(() =>
      import('@/features/staff/administration/library/LibraryPage').then((m) => ({
        default: m.LibraryPage,
      })),
    ),
    inner: [
      {
        path: '/staff/administration/sub-processes/:code',
        page: lazy(() =>
          import('@/features/staff/administration/library/SubProcessEditorPage').then((m) => ({
            default: m.SubProcessEditorPage,
          })),
        ),
      },
    ],
  },
  {
    path: '/staff/administration/items',
    label: 'nav.items',
    icon: 'flow',
    rights: ['powerList.edit'],
    page: lazy(() =>
      import('@/features/staff/administration/items/ItemsPage').then((m) => ({
        default: m.ItemsPage,
      })),
    ),
    inner: [
      {
        path: '/staff/administration/items/:code',
        page: lazy(() =>
          import('@/features/staff/administration/items/ItemEditorPage').then((m) => ({
            default: m.ItemEditorPage,
          })),
        ),
      },
      {
        path: '/staff/administration/new-item',
        page: lazy(() =>
          import('@/features/staff/administration/items/ItemEditorPage').then((m) => ({
            default: m.NewItemPage,
          })),
        ),
      },
      {
        path: '/staff/administration/flows/:code',
        page: lazy(() =>
          import('@/features/staff/administration/flows/FlowEditorPage').then((m) => ({
            default: m.FlowEditorPage,
          })),
        ),
      },
      {
        path: '/staff/administration/flows/:code/moves',
        page: lazy(() =>
          import('@/features/staff/administration/moves/FlowMovePage').then((m) => ({
            default: m.FlowMovePage,
          })),
        ),
      },
    ],
  },
  {
    path: '/staff/administration/fees',
    label: 'nav.fees',
    icon: 'file',
    rights: ['powerList.edit'],
    page: lazy(() =>
      import('@/features/staff/administration/fees/FeesPage').then((m) => ({
        default: m.FeesPage,
      })),
    ),
    inner: [
      {
        path: '/staff/administration/fees/:code',
        page: lazy(() =>
          import('@/features/staff/administration/fees/FeeEditorPage').then((m) => ({
            default: m.FeeEditorPage,
          })),
        ),
      },
    ],
  },
  {
    path: '/staff/administration/paths',
    label: 'nav.paths',
    icon: 'flow',
    rights: ['powerList.edit'],
    page: lazy(() =>
      import('@/features/staff/administration/paths/PathsPage').then((m) => ({
        default: m.PathsPage,
      })),
    ),
    inner: [
      {
        path: '/staff/administration/paths/:code',
        page: lazy(() =>
          import('@/features/staff/administration/paths/PathEditorPage').then((m) => ({
            default: m.PathEditorPage,
          })),
        ),
      },
    ],
  },
  {
    path: '/staff/carriers',
    label: 'nav.carriers',
    icon: 'device',
    rights: ['carriers.read'],
    badge: 'carriers',
    page: lazy(() =>
      import('@/features/staff/carriers/CarriersPage').then((m) => ({ default: m.CarriersPage })),
    ),
    inner: [
      {
        path: '/staff/carriers/import',
        page: lazy(() =>
          import('@/features/staff/carriers/ImportPage').then((m) => ({ default: m.ImportPage })),
        ),
      },
      {
        path: '/staff/carriers/playlists',
        page: lazy(() =>
          import('@/features/staff/carriers/PlaylistPage').then((m) => ({
            default: m.PlaylistPage,
          })),
        ),
      },
      {
        path: '/staff/carriers/notices',
        page: lazy(() =>
          import('@/features/staff/carriers/NoticesPage').then((m) => ({ default: m.NoticesPage })),
        ),
      },
      {
        path: '/staff/carriers/:code',
        page: lazy(() =>
          import('@/features/staff/carriers/CarrierPage').then((m) => ({ default: m.CarrierPage })),
        ),
      },
    ],
  },
  {
    path: '/staff/administration/places',
    label: 'nav.placesSetup',
    icon: 'building',
    rights: ['places.manage'],
    page: lazy(() =>
      import('@/features/staff/administration/places/PlacesPage').then((m) => ({
        default: m.PlacesPage,
      })),
    ),
    inner: [
      {
        path: '/staff/administration/places/:code/opening',
        page: lazy(() =>
          import('@/features/staff/administration/places/OpeningEditorPage').then((m) => ({
            default: m.OpeningEditorPage,
          })),
        ),
      },
      {
        path: '/staff/administration/places/:code',
        page: lazy(() =>
          import('@/features/staff/administration/places/PlaceEditorPage').then((m) => ({
            default: m.PlaceEditorPage,
          })),
        ),
      },
    ],
  },
  {
    path: '/staff/administration/cameras',
    label: 'nav.camerasSetup',
    icon: 'device',
    rights: ['cameras.manage'],
    page: lazy(() =>
      import('@/features/staff/cameras/RegisterPage').then((m) => ({ default: m.RegisterPage })),
    ),
  },
  {
    path: '/staff/imports',
    label: 'nav.imports',
    icon: 'import',
    rights: ['powerList.edit'],
    page: lazy(() =>
      import('@/features/staff/imports/ImportsPage').then((m) => ({ default: m.ImportsPage })),
    ),
  },
  {
    path: '/staff/clients',
    label: 'nav.clients',
    icon: 'key',
    rights: ['clients.manage'],
    page: lazy(() =>
      import('@/features/staff/clients/ClientsPage').then((m) => ({ default: m.ClientsPage })),
    ),
  },
  {
    path: '/staff/administration/calendar',
    label: 'nav.calendar',
    icon: 'calendar',
    rights: ['calendar.edit'],
    page: lazy(() =>
      import('@/features/staff/administration/calendar/CalendarPage').then((m) => ({
        default: m.CalendarPage,
      })),
    ),
    inner: [
      {
        path: '/staff/administration/calendar/recounts/:id',
        page: lazy(() =>
          import('@/features/staff/administration/calendar/RecountPage').then((m) => ({
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
    rights: ['powerList.edit'],
    page: lazy(() =>
      import('@/features/staff/administration/departments/DepartmentsPage').then((m) => ({
        default: m.DepartmentsPage,
      })),
    ),
  },
  {
    path: '/staff/schedules',
    label: 'nav.schedules',
    icon: 'clock',
    rights: ['places.manage'],
    page: lazy(() =>
      import('@/features/staff/appointments/SchedulesPage').then((m) => ({
        default: m.SchedulesPage,
      })),
    ),
  },
];
