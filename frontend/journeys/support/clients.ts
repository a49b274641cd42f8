import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import { token } from './casework';
import { expect } from './page';

/** Registers a third-party application over the API and issues a key for it. */
export async function newKey(
  request: APIRequestContext,
  name = '示例程序',
  account = 'mar.window1',
): Promise<string> {
  const headers = { Authorization: `Bearer ${await token(request, account)}` };
  const registered = await request.post('/api/v1/developer/clients', {
    headers: { ...headers, 'Idempotency-Key': randomUUID() },
    data: {
      name,
      purpose: '试用接口',
      contactName: '李工',
      contact: 'dev@example.org',
      scopes: ['publicRead'],
    },
  });
  expect(registered.status()).toBe(201);
  const { id } = await registered.json();
  const issued = await request.post(`/api/v1/developer/clients/${id}/keys`, {
    headers: { ...headers, 'Idempotency-Key': randomUUID() },
    data: { validDays: 1 },
  });
  expect(issued.status()).toBe(201);
  return (await issued.json()).key;
}
