import * as store from './cases.ts';
import { ask } from './confirmations.ts';
import type { MockRoute } from './routes.ts';
import * as views from './views.ts';

/* eslint-disable @typescript-eslint/no-explicit-any */
const problem = (status: number, slug: string, title: string, more: object = {}) => ({
  status,
  type: 'application/problem+json',
  body: { type: `urn:sunlit:problem:${slug}`, title, status, ...more },
});
const missing = problem(404, 'not-found', '没有找到', { detail: '请核对办件编号和查询码。' });
const account = {
  account: 'mar.window1',
  name: '沈映川',
  nameEn: 'Shen Yingchuan',
  title: '窗口首席代表',
  departmentCode: 'mar',
  roles: ['windowClerk', 'catalogueEditor'],
  posts: ['window', 'reviewer', 'approver'],
  permissions: [
    'cases.read',
    'cases.act',
    'people.search',
    'confirmations.decide',
    'powerList.edit',
  ],
};
let signedIn = false;
const session = () => {
  signedIn = true;
  const expiresAt = new Date(Date.now() + 600_000).toISOString();
  return { status: 200, body: { accessToken: 'mock', expiresAt, account } };
};
const imports: any[] = [];

export const caseworkRoutes: MockRoute[] = [
  {
    method: 'POST',
    path: /^\/api\/v1\/uploads$/,
    answer: ({ body }) => {
      const name = /filename="([^"]+)"/.exec(String(body))?.[1] ?? 'file.pdf';
      if (name.endsWith('.exe')) {
        return problem(415, 'unsupported-media-type', '不支持的文件类型', {
          detail: '文件内容不是PDF、图片、OFD、DOCX或XLSX。',
        });
      }
      return { status: 201, body: store.upload(name, String(body).length) };
    },
  },
  {
    method: 'POST',
    path: /^\/api\/v1\/applications$/,
    answer: ({ body }) => {
      const wanted = body as any;
      if (wanted.applicant.phone === '13900000000') {
        return problem(422, 'unprocessable', '内容不符合要求', {
          detail: '请按提示修改后重新提交。',
          errors: [{ pointer: '/applicant/phone', detail: '这个号码是空号，请核对' }],
        });
      }
      return { status: 201, body: store.apply(wanted) };
    },
  },
  ...['', '/supplements', '/withdrawals'].map((what): MockRoute => ({
    method: 'POST',
    path: new RegExp(`^/api/v1/tracking${what}$`),
    answer: ({ body }) => {
      const asked = body as any;
      const file = store.byKeys(asked.caseNumber, asked.trackingCode);
      if (!file) return missing;
      if (what) store.act(file, what === '/supplements' ? 'supplement' : 'withdraw', asked);
      return { body: views.tracked(file) };
    },
  })),
  // The stand-in writes no official documents.
  {
    method: 'POST',
    path: /^\/api\/v1\/tracking\/documents$/,
    answer: () => ({ body: { items: [] } }),
  },
  {
    path: /^\/api\/v1\/cases\/([^/]+)\/documents$/,
    answer: () => ({ body: { items: [] } }),
  },
  {
    method: 'POST',
    path: /^\/api\/v1\/auth\/login$/,
    answer: ({ body }) =>
      (body as any).password === 'wrong'
        ? problem(401, 'wrong-credentials', '账号或密码不正确', { detail: '请核对后重新输入。' })
        : session(),
  },
  {
    method: 'POST',
    path: /^\/api\/v1\/auth\/refresh$/,
    answer: () => (signedIn ? session() : problem(401, 'unauthenticated', '尚未登录')),
  },
  {
    method: 'POST',
    path: /^\/api\/v1\/auth\/logout$/,
    answer: () => {
      signedIn = false;
      return { status: 204, body: '' };
    },
  },
  {
    path: /^\/api\/v1\/cases$/,
    answer: ({ query }) => {
      const all = views.summaries();
      const counts: Record<string, number> = { late: 0, today: 0, soon: 0, later: 0, none: 0 };
      for (const one of all) counts[one.dueSpan] = (counts[one.dueSpan] ?? 0) + 1;
      const found = all.filter(
        (one) =>
          (!query.get('due') || one.dueSpan === query.get('due')) &&
          (!query.get('state') || one.state === query.get('state')) &&
          (one.caseNumber + one.itemName).includes(query.get('q') ?? ''),
      );
      return { body: { items: found, total: found.length, counts } };
    },
  },
  {
    path: /^\/api\/v1\/cases\/([^/]+)$/,
    answer: ({ parts }) => {
      const file = store.byNumber(parts[0]!);
      return file ? { body: views.caseFile(file) } : missing;
    },
  },
  {
    method: 'POST',
    path: /^\/api\/v1\/cases\/([^/]+)\/actions\/([^/]+)$/,
    answer: ({ parts, body }) => {
      const file = store.byNumber(parts[0]!);
      if (!file) return missing;
      if ((body as any).reason === '412') {
        store.act(file, 'request-correction', { missing: [{ what: '同事已要求补正。' }] });
        return problem(412, 'stale-version', '内容已被他人更新');
      }
      if (parts[1] === 'pause') ask(file, body);
      else store.act(file, parts[1]!, body);
      return { body: views.caseFile(file) };
    },
  },
  { path: /^\/api\/v1\/power-list\/imports$/, answer: () => ({ body: imports }) },
  {
    method: 'POST',
    path: /^\/api\/v1\/power-list\/imports$/,
    answer: ({ body }) => {
      const text = String(body);
      const dryRun = /name="dryRun"\r\n\r\ntrue/.test(text);
      const wrong = text.includes('ERROR');
      const one = {
        id: crypto.randomUUID(),
        fileName: /filename="([^"]+)"/.exec(text)?.[1] ?? 'list.csv',
        dryRun,
        status: 'reading',
        startedAt: new Date().toISOString(),
        startedBy: '沈映川',
        progress: { done: 0, total: 120 },
        unknownColumns: ['备注'],
        errorCount: 0,
        errors: [] as object[],
        wrong,
      };
      imports.unshift(one);
      return { status: 202, body: one };
    },
  },
  {
    path: /^\/api\/v1\/power-list\/imports\/([^/]+)$/,
    answer: ({ parts }) => {
      const one = imports.find((each) => each.id === parts[0]);
      if (!one) return missing;
      one.progress.done = Math.min(120, one.progress.done + 45);
      one.status = one.progress.done < 60 ? 'reading' : 'checking';
      if (one.progress.done === 120) {
        one.finishedAt = new Date().toISOString();
        one.status = one.wrong ? 'refused' : 'done';
        if (one.wrong) {
          one.errorCount = 2;
          one.errors = [
            { row: 3, column: '事项类型', value: '行政许', detail: '不认识的事项类型' },
            { row: 7, column: '承诺期限', value: '三天', detail: '应为整数' },
          ];
        } else one.result = { created: 12, changed: 3, unchanged: 105, standardFlows: 9 };
      }
      return { body: one };
    },
  },
];
