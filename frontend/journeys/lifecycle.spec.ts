import {
  act,
  acted,
  ADMINISTRATOR,
  applied,
  APPROVER,
  CATALOGUE,
  CLERK,
  REVIEWER,
  signIn,
  signOut,
  token,
  trackingPath,
} from './support/casework';
import { expect, expectAccessible, expectContained, LANGUAGES, open, test } from './support/page';

const PRE_REVIEWED = 'EDU-LIC-02';
const WINDOW = 'edu.window1';
const WORDS = {
  'zh-CN': {
    askOriginals: '预审通过，通知带原件',
    originalsSeen: '收验原件',
    bring: '请携带以下原件',
    green: '列入绿色通道',
    greenTag: /绿色通道/,
    confirm: '复核同意',
    reopen: '重新办理',
    reopened: '重新办理',
    withdrawn: '原决定已撤回',
    preview: '预览',
    ask: '提请另一人复核',
    waiting: '等待复核',
    done: '已完成',
  },
  en: {
    askOriginals: 'Passed: ask for the originals',
    originalsSeen: 'Originals seen',
    bring: 'Please bring these originals',
    green: 'Put into the green channel',
    greenTag: /Green channel/,
    confirm: 'Confirm',
    reopen: 'Handle again',
    reopened: 'Handled again',
    withdrawn: 'The former decision is withdrawn',
    preview: 'Preview',
    ask: 'Ask a second person',
    waiting: 'Waiting for a second person',
    done: 'Done',
  },
} as const;

for (const language of LANGUAGES) {
  const words = WORDS[language];

  test(`the originals are brought after a pre-review (${language})`, async ({ page, request }) => {
    const keys = await applied(request, '教师资格认定', {
      item: PRE_REVIEWED,
      codes: ['M1', 'M2', 'M3', 'M5'],
    });
    await signIn(page, WINDOW, { language, path: `/staff/cases/${keys.number}` });
    await act(page, words.askOriginals, async (dialog) => {
      await dialog.locator('#act-originals').check();
      await expectAccessible(page);
    });
    await expect(
      page.getByRole('button', { name: words.originalsSeen, exact: true }),
    ).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);

    await open(page, trackingPath(keys), { language });
    await expect(page.getByRole('heading', { name: words.bring })).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);

    await page.goto(`/staff/cases/${keys.number}`);
    await act(page, words.originalsSeen, async (dialog) => {
      await dialog.locator('#act-seen').check();
    });
    await expect(page.getByRole('button', { name: words.originalsSeen, exact: true })).toHaveCount(
      0,
    );
    await signOut(page);
  });

  test(`a case goes through the green channel by two (${language})`, async ({ page, request }) => {
    const keys = await applied(request);
    const { number } = keys;
    await acted(request, CLERK, number, 'accept', { confirmedRisk: true });
    await signIn(page, REVIEWER, { language, path: `/staff/cases/${number}` });
    await act(page, words.green, async (dialog) => {
      await dialog.locator('#act-greenGround').selectOption('majorProject');
      await dialog.locator('#act-reason').fill('列入市重大项目名单第7项');
      await expectAccessible(page);
    });
    await signOut(page);
    await signIn(page, APPROVER, { language, path: `/staff/cases/${number}` });
    await page.getByRole('button', { name: words.confirm, exact: true }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words.confirm, exact: true })
      .click();
    await expect(page.getByText(words.greenTag).first()).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expectAccessible(page);
    await signOut(page);

    await open(page, trackingPath(keys), { language });
    await expect(page.getByText(words.greenTag).first()).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
  });

  test(`a refused case is handled again by two (${language})`, async ({ page, request }) => {
    const keys = await applied(request);
    const { number } = keys;
    await acted(request, CLERK, number, 'accept', { confirmedRisk: true });
    await acted(request, REVIEWER, number, 'advance', { confirmedRisk: true });
    await acted(request, APPROVER, number, 'decide', {
      decision: 'refuse',
      reason: '不符合法定条件',
      confirmedRisk: true,
    });
    await signIn(page, APPROVER, { language, path: `/staff/cases/${number}` });
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format();
    await act(page, words.reopen, async (dialog) => {
      await dialog.locator('#act-review').selectOption('reconsideration');
      const [authority, documentNumber] = await dialog.locator('fieldset input[lang]').all();
      await authority!.fill('晴川市人民政府');
      await documentNumber!.fill('晴政复决〔2026〕12号');
      for (const date of await dialog.locator('input[type=date]').all()) await date.fill(today);
      await dialog.locator('input[name=former]').first().check();
      await dialog.locator('#act-reason').fill('撤销原决定，责令重新作出');
      await expectAccessible(page);
      await expectContained(page);
    });
    await expect(page.getByRole('button', { name: words.confirm, exact: true })).toHaveCount(0);
    await signOut(page);
    await signIn(page, REVIEWER, { language, path: `/staff/cases/${number}` });
    await page.getByRole('button', { name: words.confirm, exact: true }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words.confirm, exact: true })
      .click();
    await expect(page.locator('#history').getByText(words.reopened)).toBeVisible();
    await expectAccessible(page);
    await signOut(page);

    await open(page, trackingPath(keys), { language });
    await expect(page.getByText(words.withdrawn)).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
  });

  test(`running cases go to a new version of their flow (${language})`, async ({
    page,
    request,
  }) => {
    const code = language === 'en' ? 'HEA-LIC-04' : 'EME-LIC-03';
    await applied(request, '迁移', { item: code, codes: ['M1', 'M2', 'M3', 'M4', 'M5'] });
    await republished(request, code);
    await signIn(page, CATALOGUE, { language, path: `/staff/administration/flows/${code}/moves` });
    await page.getByRole('button', { name: words.preview, exact: true }).click();
    await expect(page.getByRole('table')).toHaveCount(2);
    await expectAccessible(page);
    await expectContained(page);
    await page.locator('#move-reason').fill('流程名称更新');
    await page.getByRole('button', { name: words.ask, exact: true }).click();
    await expect(page.locator('#past').getByText(words.waiting)).toBeVisible();
    await signOut(page);
    await signIn(page, ADMINISTRATOR, { language, path: '/staff/confirmations' });
    const row = page.getByRole('listitem').filter({ hasText: code });
    await row.getByRole('button').first().click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words.confirm, exact: true })
      .click();
    await expect(row).toHaveCount(0);
    await page.goto(`/staff/administration/flows/${code}/moves`);
    await expect(page.locator('#past').getByText(words.done)).toBeVisible({ timeout: 20_000 });
    await expectAccessible(page);
    await expectContained(page);
    await signOut(page);
  });
}

/** A second version of an item, from today on: its flow has another name. */
async function republished(request: Parameters<typeof token>[0], code: string): Promise<void> {
  const headers = { Authorization: `Bearer ${await token(request, CATALOGUE)}` };
  const found = await request.get(`/api/v1/power-list/items/${code}`, { headers });
  const edition = await found.json();
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format();
  const published = await request.post(`/api/v1/power-list/items/${code}/versions`, {
    headers: { ...headers, 'If-Match': found.headers()['etag']! },
    data: {
      effectiveFrom: today,
      content: edition.content,
      flow: { ...edition.flow, name: `${edition.flow.name}（修订）` },
    },
  });
  expect(published.status(), await published.text()).toBe(201);
}
