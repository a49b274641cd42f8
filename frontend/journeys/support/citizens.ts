import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { APIRequestContext, Page } from '@playwright/test';
import { pdf } from './casework';
import { expect, type Language, open } from './page';

export const NAME = '王小明';
export const PASSWORD = '日出而作日入而息凿井而饮';

/** Nobody's yet. */
export const newPhone = () => `139${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`;

/** The code that came to a telephone. */
export const codeFor = (phone: string): Promise<string> => messageTo(phone, /验证码(\d{6})/);

/** What stands in the last message to somebody: the sink of the demonstration city keeps them in a file. */
export async function messageTo(recipient: string, what: RegExp): Promise<string> {
  const file = join(dirname(process.env.SUNLIT_ACCOUNTS!), 'messages.txt');
  let found = '';
  await expect
    .poll(
      () => {
        try {
          const line = readFileSync(file, 'utf8')
            .split('\n')
            .find((each) => each.startsWith(recipient));
          found = what.exec(line ?? '')?.[1] ?? '';
        } catch {
          found = '';
        }
        return found;
      },
      { timeout: 30_000 },
    )
    .not.toBe('');
  return found;
}

/** Somebody with an account of their own, made over the API; told by their telephone number. */
export async function registered(request: APIRequestContext): Promise<string> {
  const phone = newPhone();
  const asked = await request.post('/api/v1/auth/registrations', {
    data: {
      kind: 'person',
      name: NAME,
      identityNumber: '11010519491231002X',
      phone,
      password: PASSWORD,
    },
  });
  expect(asked.status(), await asked.text()).toBe(202);
  const { id } = await asked.json();
  const opened = await request.post(`/api/v1/auth/registrations/${id}/confirmation`, {
    data: { code: await codeFor(phone) },
  });
  expect(opened.status()).toBe(204);
  return phone;
}

/** What the account's calls carry, as a program signs in. */
export async function authorization(
  request: APIRequestContext,
  phone: string,
): Promise<{ Authorization: string }> {
  const session = await request.post('/api/v1/auth/login', {
    data: { account: phone, password: PASSWORD },
  });
  expect(session.status()).toBe(200);
  return { Authorization: `Bearer ${(await session.json()).accessToken}` };
}

/** Applies with the account, over the API, with a file for each of these materials. */
export async function appliedAs(
  request: APIRequestContext,
  phone: string,
  itemCode: string,
  codes: readonly string[],
  subject?: string,
): Promise<string> {
  const materials = [];
  for (const code of codes) {
    const file = pdf(`${code}.pdf`);
    const upload = await request.post('/api/v1/uploads', { multipart: { file } });
    expect(upload.status()).toBe(201);
    materials.push({ code, uploadId: (await upload.json()).id });
  }
  const receipt = await request.post('/api/v1/me/applications', {
    headers: { ...(await authorization(request, phone)), 'Idempotency-Key': randomUUID() },
    data: { itemCode, subject, materials },
  });
  expect(receipt.status(), await receipt.text()).toBe(201);
  return (await receipt.json()).caseNumber;
}

/** Fills in the citizens' sign-in on the page it leads to. */
export async function signInAs(
  page: Page,
  phone: string,
  { language = 'zh-CN', path = '/account' }: { language?: Language; path?: string } = {},
): Promise<void> {
  await open(page, path, { language });
  await enterAs(page, phone);
  await expect(page.locator('#account-name')).toHaveCount(0);
}

export async function enterAs(page: Page, phone: string, password = PASSWORD): Promise<void> {
  await page.locator('#account-name').fill(phone);
  await page.locator('#account-password').fill(password);
  await page.locator('main form button[type=submit]').click();
}
