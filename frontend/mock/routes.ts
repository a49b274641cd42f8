import { screens } from './boards.ts';
import { changes } from './cases.ts';
import { caseworkRoutes } from './casework.ts';
import { confirmationRoutes } from './confirmations.ts';
import { departments, detail, feed, flowOf, items, summary } from './city.ts';

export interface MockCall {
  parts: string[];
  query: URLSearchParams;
  body: unknown;
}

export interface MockRoute {
  method?: string;
  path: RegExp;
  answer: (call: MockCall) => { status?: number; body: unknown; type?: string };
}

const missing = {
  status: 404,
  type: 'application/problem+json',
  body: {
    type: 'urn:sunlit:problem:not-found',
    title: '没有这个事项',
    status: 404,
    detail: '清单中没有这个编码的事项。',
  },
};

const find = (code: string) => items.find((item) => item.code === code);

export const routes: MockRoute[] = [
  ...caseworkRoutes,
  ...confirmationRoutes,
  { path: /^\/api\/v1\/boards$/, answer: () => ({ body: screens }) },
  {
    path: /^\/api\/v1\/site$/,
    answer: () => ({
      body: { cityName: '晴川市', cityNameEn: 'Qingchuan', demo: true, version: '0.1.0' },
    }),
  },
  { path: /^\/api\/v1\/departments$/, answer: () => ({ body: departments }) },
  {
    path: /^\/api\/v1\/power-items$/,
    answer: ({ query }) => {
      const q = (query.get('q') ?? '').toLowerCase();
      const limit = Number(query.get('limit') ?? 20);
      const from = Number(query.get('cursor') ?? 0);
      const found = items.filter(
        (item) =>
          (item.status ?? 'inForce') === (query.get('status') ?? 'inForce') &&
          (!q ||
            item.name.includes(q) ||
            item.code.toLowerCase().includes(q) ||
            item.nameEn?.toLowerCase().includes(q) ||
            (q === 'spjy' && item.name.includes('食品经营'))) &&
          ['department', 'category', 'handling', 'serviceFor'].every(
            (key) => !query.get(key) || item[key] === query.get(key),
          ),
      );
      return {
        body: {
          items: found.slice(from, from + limit).map(summary),
          total: found.length,
          ...(from + limit < found.length ? { nextCursor: String(from + limit) } : {}),
        },
      };
    },
  },
  {
    path: /^\/api\/v1\/power-items\/([^/]+)$/,
    answer: ({ parts }) => {
      const item = find(parts[0]!);
      return item ? { body: detail(item) } : missing;
    },
  },
  {
    path: /^\/api\/v1\/power-items\/([^/]+)\/flow$/,
    answer: ({ parts }) => {
      const item = find(parts[0]!);
      return item ? { body: flowOf(item) } : missing;
    },
  },
  {
    path: /^\/api\/v1\/power-items\/([^/]+)\/versions$/,
    answer: ({ parts }) => {
      const item = find(parts[0]!);
      return item
        ? {
            body: [
              {
                version: 1,
                effectiveFrom: item.effectiveFrom,
                status: item.status ?? 'inForce',
                name: item.name,
              },
            ],
          }
        : missing;
    },
  },
  {
    path: /^\/api\/v1\/board\/feed$/,
    answer: ({ query }) => {
      const limit = Number(query.get('limit') ?? 50);
      const newest = new Map(changes.rows.map((row) => [row.caseNumber, row]));
      const entries = [...[...newest.values()].reverse(), ...feed(limit).entries].slice(0, limit);
      const board = screens.find((screen) => screen.code === query.get('board'));
      const place = Math.max(1999, ...changes.rows.map((row) => row.place));
      return { body: { ...feed(limit), place, entries, board } };
    },
  },
  {
    path: /^\/api\/v1\/board\/summary$/,
    answer: () => ({
      body: {
        asOf: new Date().toISOString(),
        submittedToday: 86,
        closedToday: 73,
        inProgress: 412,
        closedLast30Days: 1935,
        closedOnTimeLast30Days: 1921,
        itemsInForce: items.length,
        departments: departments.length,
      },
    }),
  },
];
