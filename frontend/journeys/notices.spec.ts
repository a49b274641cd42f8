import { randomInt, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { APIRequestContext, Page } from '@playwright/test';
import { acted, attach, CLERK, ITEM, pdf } from './support/casework';
import { expect, expectAccessible, expectContained, LANGUAGES, open, test } from './support/page';

const PASSWORD = '日出而作 and so on';
const EMAIL = 'wang@example.com';

interface Newcomer {
  phone: string;
  token: string;
}

/** What came to a telephone: the demonstration city's messages lie in its data folder. */
async function codeFor(phone: string): Promise<string> {
  const file = join(dirname(process.env.SUNLIT_ACCOUNTS!), 'messages.txt');
  let code: string | undefined;
  await expect
    .poll(
      () => {
        try {
          const line = readFileSync(file, 'utf8')
            .split('\n')
            .find((one) => one.startsWith(phone));
          code = /验证码(\d{6})/.exec(line ?? '')?.[1];
        } catch {
          // Nothing has come to anybody yet.
        }
        return code;
      },
      { timeout: 30_000 },
    )
    .toBeTruthy();
  return code!;
}

async function registered(request: APIRequestContext): Promise<Newcomer> {
  const phone = `139${randomInt(10_000_000, 100_000_000)}`;
  const asked = await request.post('/api/v1/auth/registrations', {
    data: { kind: 'person', name: '王小明', phone, password: PASSWORD },
  });
  expect(asked.status(), await asked.text()).toBe(202);
  const confirmed = await request.post(
    `/api/v1/auth/registrations/${(await asked.json()).id}/confirmation`,
    { data: { code: await codeFor(phone) } },
  );
  expect(confirmed.status()).toBe(204);
  const session = await request.post('/api/v1/auth/login', {
    data: { account: phone, password: PASSWORD },
  });
  return { phone, token: (await session.json()).accessToken };
}

async function appliedBy(request: APIRequestContext, { token }: Newcomer): Promise<string> {
  const materials = [];
  for (const code of ['M1', 'M3']) {
    const upload = await request.post('/api/v1/uploads', { multipart: { file: pdf() } });
    materials.push({ code, uploadId: (await upload.json()).id });
  }
  const answer = await request.post('/api/v1/me/applications', {
    headers: { Authorization: `Bearer ${token}`, 'Idempotency-Key': randomUUID() },
    data: { itemCode: ITEM, materials },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()).caseNumber;
}

async function enter(page: Page, { phone }: Newcomer, language: (typeof LANGUAGES)[number]) {
  await open(page, '/account/login?next=%2Faccount%2Fprofile', { language });
  await page.locator('main input[autocomplete=username]').fill(phone);
  await page.locator('main input[type=password]').fill(PASSWORD);
  await page.locator('main form button[type=submit]').click();
}

const WORDS = {
  'zh-CN': {
    choice: '怎样通知您',
    required: '依法必须告知的事项',
    progress: '每一步的进展',
    sms: '短信',
    email: '电子邮件',
    inbox: '站内消息',
    address: '电子邮箱',
    save: '保存通知方式',
    wrong: '请填写正确的电子邮箱',
    saved: '通知方式已保存。',
    messages: /^消息/,
    unread: '有2条未读消息。',
    accepted: /已受理，承诺最迟于\d{4}年\d{1,2}月\d{1,2}日办结/,
    read: '全部标为已读',
    allRead: '没有未读消息。',
  },
  en: {
    choice: 'How we tell you',
    required: 'What the law requires us to tell you',
    progress: 'Every step on the way',
    sms: 'Text message',
    email: 'E-mail',
    inbox: 'In-app message',
    address: 'E-mail address',
    save: 'Save how I am told',
    wrong: 'Give a correct e-mail address',
    saved: 'Saved how you are told.',
    messages: /^Messages/,
    unread: 'Unread: 2',
    accepted: /has been accepted and is due by \d{1,2} [A-Z][a-z]+ \d{4}/,
    read: 'Mark all as read',
    allRead: 'Nothing is unread.',
  },
} as const;

for (const language of LANGUAGES) {
  const words = WORDS[language];
  test(`chooses how to be told and reads it in the inbox, ${language}`, async ({
    page,
    request,
  }) => {
    test.setTimeout(120_000);
    const newcomer = await registered(request);
    await enter(page, newcomer, language);
    await expect(page.getByRole('heading', { name: words.choice })).toBeVisible();
    const required = page.getByRole('group', { name: words.required });
    const progress = page.getByRole('group', { name: words.progress });
    await expect(required.getByLabel(words.sms)).toBeChecked();
    // What the law requires can't be switched off.
    await expect(required.getByLabel(words.inbox)).toBeChecked();
    await expect(required.getByLabel(words.inbox)).toBeDisabled();
    await required.getByLabel(words.email).check();
    await progress.getByLabel(words.inbox).check();
    await page.getByRole('button', { name: words.save }).click();
    await expect(page.getByText(words.wrong)).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel(words.address).fill(EMAIL);
    await page.getByRole('button', { name: words.save }).click();
    await expect(page.getByText(words.saved)).toBeVisible();
    await expectContained(page);
    await page.reload();
    await expect(page.getByLabel(words.address)).toHaveValue(EMAIL);

    const number = await appliedBy(request, newcomer);
    await acted(request, CLERK, number, 'accept', { confirmedRisk: true });
    await page.getByRole('link', { name: words.messages }).click();
    await expect(page.getByRole('status').filter({ hasText: words.unread })).toBeVisible();
    await expect(page.getByText(words.accepted)).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await page.getByRole('button', { name: words.read }).click();
    await expect(page.getByText(words.allRead)).toBeVisible();

    await page.getByRole('listitem').getByRole('link').first().click();
    const told = page.locator('#notices, section', { hasText: 'w***@example.com' }).last();
    await expect(told).toContainText(`139****${newcomer.phone.slice(-4)}`);
    await expect(told).toContainText(words.accepted);
    await expectAccessible(page);
    await expectContained(page);
  });
}

test('a guest chooses with the application, and sees on the tracking page what was told', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000);
  await open(page, `/apply/${ITEM}`);
  await page.getByLabel('个人', { exact: true }).check();
  await page.getByLabel('姓名').fill('王小明');
  await page.getByLabel('联系电话').fill('138 0013 8000');
  for (const code of ['M1', 'M3']) {
    await attach(page, `#apply-materials-${code}`, `${code}.pdf`);
  }
  const required = page.getByRole('group', { name: '依法必须告知的事项' });
  await required.getByLabel('短信').uncheck();
  await page.getByRole('button', { name: '下一步：核对' }).click();
  const summary = page.getByRole('alert');
  await summary.getByRole('link', { name: /短信和电子邮件中至少选一种/ }).click();
  await expect(required.getByLabel('短信')).toBeFocused();
  await required.getByLabel('电子邮件').check();
  await page.getByLabel('电子邮箱').fill(EMAIL);
  await expectAccessible(page);
  await expectContained(page);
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByText('查询页、电子邮件')).toBeVisible();
  await page.getByRole('button', { name: '确认提交' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('申请已提交');
  const number = (await page.getByText(/^\d{8}-\d{6,}-\d$/).textContent())!;
  await acted(request, CLERK, number, 'accept', { confirmedRisk: true });
  await page.getByRole('link', { name: '查看进展' }).click();
  await expect(page.getByText('电子邮件 w***@example.com')).toBeVisible();
  await expect(page.getByText('已保留在本页')).toBeVisible();
  await expectAccessible(page);
});
