import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { APIRequestContext, Locator, Page } from '@playwright/test';
import { expect, type Language, open } from './page';

/** 特种设备使用登记: four steps, for everybody, two materials of the applicant's own. */
export const ITEM = 'MAR-LIC-04';
export const CLERK = 'mar.window1';
export const REVIEWER = 'mar.reviewer1';
export const APPROVER = 'mar.approver1';
export const ADMINISTRATOR = 'das.administrator';
export const CATALOGUE = 'das.catalogue1';

/** A small but real PDF. */
export function pdf(name = '申请书.pdf') {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
  ];
  let body = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const start = body.length;
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const place of places) body += `${String(place).padStart(10, '0')} 00000 n \n`;
  body += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(body, 'latin1') };
}

export function password(): string {
  const file = process.env.SUNLIT_ACCOUNTS;
  if (!file) {
    throw new Error('SUNLIT_ACCOUNTS must name the demo-accounts.txt of the data folder.');
  }
  const found = /^password:\s*(\S+)/m.exec(readFileSync(file, 'utf8'))?.[1];
  if (!found) throw new Error(`${file} names no password.`);
  return found;
}

export interface Keys {
  number: string;
  code: string;
}

export const trackingPath = ({ number, code }: Keys) => `/track#number=${number}&code=${code}`;

/** Applies over the API, for journeys that begin with a case. */
export async function applied(
  request: APIRequestContext,
  subject = '浏览器旅程',
  {
    item = ITEM,
    codes = ['M1', 'M3'],
    applicant = { kind: 'person', name: '王小明' },
  }: {
    item?: string;
    codes?: string[];
    applicant?: { kind: 'person' | 'organisation'; name: string };
  } = {},
): Promise<Keys> {
  const materials = [];
  for (const code of codes) {
    const upload = await request.post('/api/v1/uploads', { multipart: { file: pdf() } });
    expect(upload.status()).toBe(201);
    materials.push({ code, uploadId: (await upload.json()).id });
  }
  const answer = await request.post('/api/v1/applications', {
    headers: { 'Idempotency-Key': randomUUID() },
    data: {
      itemCode: item,
      applicant: { ...applicant, phone: '13800138000' },
      subject,
      materials,
    },
  });
  expect(answer.status()).toBe(201);
  const receipt = await answer.json();
  return { number: receipt.caseNumber, code: receipt.trackingCode };
}

/** An access token, as a program gets one. */
export async function token(request: APIRequestContext, account: string): Promise<string> {
  const session = await request.post('/api/v1/auth/login', {
    data: { account, password: password() },
  });
  expect(session.status()).toBe(200);
  return (await session.json()).accessToken;
}

/** Acts over the API, as the colleague who was faster. */
export async function acted(
  request: APIRequestContext,
  account: string,
  number: string,
  action: string,
  command: object,
): Promise<void> {
  await actedAt(request, account, `/api/v1/cases/${number}`, action, command);
}

/** Something done to what has actions at that address, as it stands. */
export async function actedAt(
  request: APIRequestContext,
  account: string,
  address: string,
  action: string,
  command: object,
): Promise<void> {
  const headers = { Authorization: `Bearer ${await token(request, account)}` };
  const found = await request.get(address, { headers });
  const done = await request.post(`${address}/actions/${action}`, {
    headers: {
      ...headers,
      'If-Match': found.headers()['etag'] ?? '',
      'Idempotency-Key': randomUUID(),
    },
    data: command,
  });
  expect(done.ok(), await done.text()).toBe(true);
}

/** A holds the post again, whatever an interrupted journey has left. */
export async function takenBack(request: APIRequestContext, account: string): Promise<void> {
  const headers = { Authorization: `Bearer ${await token(request, account)}` };
  const now = await (await request.get('/api/v1/handover', { headers })).json();
  if (!now.handedOver) return;
  expect((await request.delete('/api/v1/handover', { headers })).status()).toBe(200);
}

export async function signIn(
  page: Page,
  account: string,
  { language = 'zh-CN', path = '/staff' }: { language?: Language; path?: string } = {},
): Promise<void> {
  await open(page, path, { language });
  await page.locator('#login-account').fill(account);
  await page.locator('#login-password').fill(password());
  await page.locator('main form button[type=submit]').click();
  await expect(page.locator('#login-account')).toHaveCount(0);
  await expect(page.locator('main h1').first()).toBeAttached();
}

/** On a phone most of the navigation is in the drawer. */
export async function unfold(page: Page): Promise<void> {
  const more = page.getByRole('button', { name: /^(更多|More)$/ });
  if (await more.isVisible()) await more.click();
}

export async function signOut(page: Page): Promise<void> {
  await unfold(page);
  await page.getByRole('button', { name: /^(退出登录|Sign out)$/ }).click();
  await expect(page.locator('#login-account')).toBeVisible();
}

/** Presses an action, confirms the risk point where there is one, and sends it. */
export async function act(
  page: Page,
  action: string,
  fill: (dialog: ReturnType<Page['getByRole']>) => Promise<void> = async () => {},
): Promise<void> {
  await page.getByRole('button', { name: action, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await fill(dialog);
  const risk = dialog.locator('#act-confirmedRisk');
  if (await risk.count()) await risk.check();
  await dialog.locator('button[type=submit]').click();
}

/** Chooses a file and waits until it has arrived: only then can it be replaced. */
export async function attach(scope: Page | Locator, input: string, name: string): Promise<void> {
  await scope.locator(input).first().setInputFiles(pdf(name));
  await expect(
    scope.getByRole('button', { name: new RegExp(`^(更换文件：|Replace ).*${name}`) }),
  ).toBeVisible();
}
