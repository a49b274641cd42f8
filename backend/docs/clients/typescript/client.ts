/**
 * A small client of Sunlit: finds a service, applies for it, tracks the case, reads the board's feed
 * with its ETag and, if it has one, uses a key.
 *
 *   npx tsx client.ts http://localhost:8080 [key]        Node 20; from Node 23.6 on plain `node client.ts`
 *
 * The types below are the few this program needs; `openapi.yaml` has them all, for any generator.
 */
interface Page {
  items: { code: string; name: string }[];
}
interface Receipt {
  caseNumber: string;
  trackingCode: string;
}
interface Tracked {
  state: string;
}

const server = process.argv[2] ?? 'http://localhost:8080';
const key = process.argv[3];

/** What is everybody's, read with the key if there is one. */
const read = (path: string, headers: Record<string, string> = {}) =>
  fetch(server + path, {
    headers: { ...headers, ...(key ? { Authorization: `Bearer ${key}` } : {}) },
  });

const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(server + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

/** The answer's JSON; waits when there was too much, throws what went wrong (RFC 9457). */
async function json<Answer>(ask: () => Promise<Response>): Promise<Answer> {
  const answer = await ask();
  if (answer.status === 429) {
    const seconds = Number(answer.headers.get('Retry-After') ?? 1);
    await new Promise((done) => setTimeout(done, seconds * 1000));
    return json(ask);
  }
  if (!answer.ok) {
    const problem = (await answer.json()) as { type: string; detail: string };
    throw new Error(`${answer.status} ${problem.type}: ${problem.detail}`);
  }
  return (await answer.json()) as Answer;
}

async function upload(name: string): Promise<string> {
  const pdf = '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n';
  const form = new FormData();
  form.append('file', new Blob([pdf]), name);
  const { id } = await json<{ id: string }>(() =>
    fetch(`${server}/api/v1/uploads`, { method: 'POST', body: form }),
  );
  return id;
}

const { items } = await json<Page>(() =>
  read(`/api/v1/power-items?limit=1&q=${encodeURIComponent('特种设备使用登记')}`),
);
const [item] = items;
if (!item) throw new Error('No such service here');
console.log(`found ${item.code} ${item.name}`);

const materials = [
  { code: 'M1', uploadId: await upload('申请书.pdf') },
  { code: 'M3', uploadId: await upload('合格证.pdf') },
];
// Sent again after a lost answer, the same key applies only once.
const once = { 'Idempotency-Key': crypto.randomUUID() };
const application = {
  itemCode: item.code,
  applicant: { kind: 'person', name: '王小明', phone: '13800138000' },
  subject: '示例程序',
  materials,
};
const receipt = await json<Receipt>(() => post('/api/v1/applications', application, once));
console.log(`applied ${receipt.caseNumber}`);

// A case is known by its number and the code that the applicant was told once.
const { caseNumber, trackingCode } = receipt;
const tracked = await json<Tracked>(() =>
  post('/api/v1/tracking', { caseNumber, trackingCode }),
);
console.log(`tracked ${tracked.state}`);

const feed = await read('/api/v1/board/feed?limit=5');
const again = await read('/api/v1/board/feed?limit=5', {
  'If-None-Match': feed.headers.get('ETag') ?? '',
});
// 304 while nothing has happened; a lively city may answer 200 with what is new.
console.log(`feed ${feed.status} then ${again.status}`);

const departments = await read('/api/v1/departments');
const policy = departments.headers.get('RateLimit-Policy') ?? 'no limit';
console.log(`${key ? 'with a key' : 'without a key'} ${policy}`);

export {};
