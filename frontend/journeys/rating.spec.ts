import { randomUUID } from 'node:crypto';
import type { APIRequestContext, Page } from '@playwright/test';
import { acted, APPROVER, applied, CLERK, type Keys, signIn, token } from './support/casework';
import {
  expect,
  expectAccessible,
  expectContained,
  LANGUAGES,
  open,
  shoot,
  test,
} from './support/page';

const SUPERVISOR = 'supervisor1';

/** A case that its window has ended. */
async function ended(request: APIRequestContext): Promise<Keys> {
  const keys = await applied(request);
  await acted(request, CLERK, keys.number, 'refuse', {
    reason: '依法不属于本机关职权范围',
    confirmedRisk: true,
  });
  return keys;
}

async function rated(request: APIRequestContext, keys: Keys, words: string): Promise<void> {
  await expect(async () => {
    const answer = await request.post('/api/v1/ratings', {
      data: {
        holder: { caseNumber: keys.number, code: keys.code },
        grades: { overall: 'notSatisfied', words },
      },
    });
    expect(answer.status(), await answer.text()).toBe(201);
  }).toPass();
}

/** Others rate meanwhile: the newest few are looked at. */
async function opensTheOneThatSays(page: Page, words: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  for (const button of (await page.locator('main li button').all()).slice(0, 6)) {
    await button.click();
    await expect(dialog).toContainText(/\d{8}-\d{6}-\d/);
    if ((await dialog.innerText()).includes(words)) return;
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
  await expect(dialog, 'one of the newest ratings').toContainText(words);
}

for (const language of LANGUAGES) {
  const english = language === 'en';

  test(`whoever asked for something rates how it went (${language})`, async ({ page, request }, {
    project,
  }) => {
    test.setTimeout(150_000);
    const shot = (name: string) => shoot(page, `${name}-${project.name}-${language}`);
    const keys = await ended(request);
    await open(page, '/rate', { language });
    await page.locator('main form button[type=submit]').click();
    await expect(page.getByRole('alert')).toBeFocused();
    await expectAccessible(page);
    await page.goto('/');
    await open(page, `/track#number=${keys.number}&code=${keys.code}`, { language });
    const rate = page.getByRole('link', {
      name: english ? 'Rate how it was handled' : '评价这次办理',
    });
    await expect(rate).toBeVisible();
    await expectAccessible(page);
    await shot('track');
    await rate.click();
    await expect(page.locator('#rate-overall')).toBeAttached();
    await page.locator('main form button[type=submit]').click();
    await expect(page.getByRole('alert')).toBeFocused();
    await page
      .getByRole('group', {
        name: english ? 'All in all, are you satisfied?' : '总体上，您满意吗？',
      })
      .getByRole('radio', { name: english ? 'Not satisfied' : '不满意', exact: true })
      .check();
    await page.locator('textarea').fill('前后跑了三趟。');
    await expectAccessible(page);
    await expectContained(page);
    await shot('rate');
    await page.locator('main form button[type=submit]').click();
    await expect(
      page.getByRole('heading', {
        level: 1,
        name: english ? /^Thank you/ : /^谢谢/,
      }),
    ).toBeFocused();
    await expect(page.locator('main form')).toHaveCount(0);
    await expectAccessible(page);
    await expectContained(page);
    await shot('rated');
  });

  test(`a device in the hall asks one thing at a time (${language})`, async ({ page, request }, {
    project,
  }) => {
    test.setTimeout(150_000);
    const shot = (name: string) => shoot(page, `terminal-${name}-${project.name}-${language}`);
    const made = await request.post('/api/v1/rating-terminals', {
      headers: {
        Authorization: `Bearer ${await token(request, SUPERVISOR)}`,
        'Idempotency-Key': randomUUID(),
      },
      data: { place: '二楼办事大厅', placeEn: 'Second floor', departmentCode: 'mar' },
    });
    expect(made.status(), await made.text()).toBe(201);
    await ended(request);
    await open(page, `/rate/terminal/${(await made.json()).id}`, { language });
    const first = page.locator('main li button').first();
    await expect(first).toBeVisible({ timeout: 30_000 });
    await expectAccessible(page);
    await expectContained(page);
    await shot('list');
    await first.click();
    await expect(page.locator('h1')).toBeFocused();
    for (const digit of '8000') {
      await page.getByRole('button', { name: digit, exact: true }).click();
    }
    await expectAccessible(page);
    await shot('digits');
    await page.getByRole('button', { name: english ? 'Go on' : '下一步' }).click();
    await expectAccessible(page);
    await expectContained(page);
    await shot('faces');
    await page.getByRole('button', { name: english ? 'Satisfied' : '满意', exact: true }).click();
    await expectAccessible(page);
    await shot('details');
    await page.getByRole('button', { name: english ? 'Send' : '提交' }).click();
    await expect(page.locator('h1')).toHaveText(english ? 'Thank you' : '谢谢您的评价');
    await expectAccessible(page);
    await shot('thanks');
    // It goes back by itself.
    await expect(first).toBeVisible({ timeout: 20_000 });
  });

  test(`a bad rating is put right without saying who (${language})`, async ({ page, request }, {
    project,
  }) => {
    test.setTimeout(240_000);
    const shot = (name: string) => shoot(page, `${name}-${project.name}-${language}`);
    const problem = `窗口未一次性告知 ${randomUUID().slice(0, 8)}`;
    const words = '前后跑了三趟，每次说的都不一样。';
    const keys = await ended(request);
    await rated(request, keys, words);

    await signIn(page, SUPERVISOR, { language, path: '/staff/ratings?overall=notSatisfied' });
    await expect(page.locator('main li').first()).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('ratings');
    await opensTheOneThatSays(page, words);
    await expectAccessible(page);
    await shot('rating');
    await page.keyboard.press('Escape');
    await page.goto('/staff/ratings/figures');
    await expect(page.locator('main table').first()).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('figures');
    await page.goto('/staff/ratings/terminals');
    await expect(page.locator('main h1')).toBeVisible();
    await expectAccessible(page);
    await shot('terminals');

    await page.goto('/staff/rectifications?state=opened');
    await page
      .locator('main li', { hasText: english ? 'Market' : '市场监督' })
      .first()
      .getByRole('button', { name: english ? /^Assign/ : /^交办/ })
      .click();
    await page.locator('#rating-words').fill(problem);
    await expectAccessible(page);
    await page.getByRole('dialog').locator('button[type=submit]').click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.goto('/staff/rectifications');
    await expect(page.locator('main li', { hasText: problem })).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('rectifications');
    await page.context().clearCookies();

    await signIn(page, APPROVER, { language, path: '/staff/department-rectifications' });
    const mine = page.locator('main li', { hasText: problem });
    await expect(mine).toBeVisible();
    await expect(page.locator('main')).not.toContainText(keys.number);
    await expect(mine).not.toContainText(words);
    await expectAccessible(page);
    await expectContained(page);
    await shot('department');
    await mine.getByRole('button').click();
    await page.locator('#rating-words').fill('已约谈窗口人员，重印了一次性告知单。');
    await page.getByRole('dialog').locator('button[type=submit]').click();
    await expect(mine.getByRole('button')).toHaveCount(0);
  });

  test(`the bulletin is open to everybody (${language})`, async ({ page }, { project }) => {
    await open(page, '/ratings', { language });
    await expect(page.locator('main table, main p').first()).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shoot(page, `bulletin-${project.name}-${language}`);
  });
}

test('a citizen says whether it is mended', async ({ page, request }) => {
  test.setTimeout(150_000);
  const keys = await ended(request);
  await rated(request, keys, '没有一次性告知');
  const supervisor = { Authorization: `Bearer ${await token(request, SUPERVISOR)}` };
  const listed = await request.get('/api/v1/ratings?overall=notSatisfied&limit=100', {
    headers: supervisor,
  });
  let rating = '';
  for (const { id } of (await listed.json()).items) {
    const file = await request.get(`/api/v1/ratings/${id}`, { headers: supervisor });
    if ((await file.json()).caseNumber === keys.number) rating = id;
    if (rating) break;
  }
  const opened = await request.get('/api/v1/rectifications?state=opened&limit=100', {
    headers: supervisor,
  });
  const { id } = (await opened.json()).items.find(
    ({ ratingId }: { ratingId: string }) => ratingId === rating,
  );
  const assigned = await request.post(`/api/v1/rectifications/${id}/assignments`, {
    headers: { ...supervisor, 'If-Match': '"1"' },
    data: { problem: '窗口未一次性告知' },
  });
  expect(assigned.status(), await assigned.text()).toBe(200);
  const answered = await request.post(`/api/v1/department-rectifications/${id}/answers`, {
    headers: { Authorization: `Bearer ${await token(request, APPROVER)}`, 'If-Match': '"2"' },
    data: { answer: '已重印一次性告知单。' },
  });
  expect(answered.status(), await answered.text()).toBe(200);

  await open(page, `/rate#${keys.number}/${keys.code}`);
  await expect(page.getByText('已重印一次性告知单。')).toBeVisible();
  await expectAccessible(page);
  await shoot(page, 'confirm');
  await page.getByLabel('没有改好').check();
  await page.locator('textarea').fill('还是没有告知单');
  await page.locator('main form button[type=submit]').click();
  await expect(page.getByText('您说没有改好，已退回再改')).toBeVisible();
  await expectAccessible(page);
});
