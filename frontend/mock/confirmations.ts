// What waits for a second person: stops of a clock only.
import * as store from './cases.ts';
import type { MockRoute } from './routes.ts';

/* eslint-disable @typescript-eslint/no-explicit-any */
const requests: any[] = [];

export const waitingOn = (caseNumber: string) =>
  requests.find((one) => one.subject === caseNumber && one.state === 'open');

/** The one account of the mock asks; a colleague's request is there to be decided. */
export function ask(file: any, body: any, mine = true) {
  requests.unshift({
    id: crypto.randomUUID(),
    kind: 'pause',
    subject: file.caseNumber,
    requestedBy: mine ? '沈映川' : '龚若谷',
    requestedByEn: mine ? 'Shen Yingchuan' : 'Gong Ruogu',
    reason: body.reason,
    details: { ground: body.ground ?? 'hearing' },
    requestedAt: new Date().toISOString(),
    expiresAt: new Date(Date.now() + 3 * 86_400_000).toISOString(),
    state: 'open',
    mayDecide: !mine,
    mayWithdraw: mine,
  });
}

const ENDS: Record<string, string> = {
  confirm: 'confirmed',
  decline: 'declined',
  withdraw: 'withdrawn',
};

export const confirmationRoutes: MockRoute[] = [
  {
    path: /^\/api\/v1\/confirmations$/,
    answer: ({ query }) => {
      const asked = query.get('box') === 'asked';
      const items = requests.filter((one) =>
        asked ? one.requestedBy === '沈映川' : one.mayDecide,
      );
      return { body: { items, total: items.length } };
    },
  },
  {
    method: 'POST',
    path: /^\/api\/v1\/confirmations\/([^/]+)\/(confirm|decline|withdraw)$/,
    answer: ({ parts, body }) => {
      const request = requests.find((one) => one.id === parts[0]);
      Object.assign(request, {
        state: ENDS[parts[1]!],
        decidedBy: parts[1] === 'withdraw' ? undefined : '沈映川',
        decidedAt: new Date().toISOString(),
        note: (body as any)?.note,
        mayDecide: false,
        mayWithdraw: false,
      });
      const file = store.byNumber(request.subject);
      if (file && parts[1] === 'confirm') store.act(file, 'pause', { reason: request.reason });
      return { body: request };
    },
  },
];

if (store.cases[0]) ask(store.cases[0], { reason: '利害关系人申请听证。' }, false);
