import type { IncomingMessage, ServerResponse } from 'node:http';
import { changes } from './cases.ts';

export const screens = [
  { code: 'square', name: '市民广场大屏', nameEn: "Citizens' Square", kind: 'square' },
  { code: 'hall', name: '政务服务大厅', nameEn: 'Government service hall', kind: 'hall' },
  {
    code: '990101001000',
    name: '望川街道便民服务中心',
    nameEn: 'Wangchuan Subdistrict service centre',
    kind: 'township',
    regionCode: '990101001000',
  },
];

/** Server-Sent Events of what happens to the stand-in's cases. */
export function streamEvents(_request: IncomingMessage, response: ServerResponse, after: number) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write('retry: 2000\n\n');
  const send = (entry: { place: number }) =>
    response.write(`id: ${entry.place}\ndata: ${JSON.stringify(entry)}\n\n`);
  for (const entry of changes.rows) if (entry.place > after) send(entry);
  changes.listeners.add(send);
  response.on('close', () => changes.listeners.delete(send));
}
