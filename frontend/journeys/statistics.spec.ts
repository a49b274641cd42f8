import type { APIRequestContext } from '@playwright/test';
import {
  acted,
  ADMINISTRATOR,
  applied,
  CLERK,
  ITEM,
  type Keys,
  signIn,
  token,
  trackingPath,
} from './support/casework';
import {
  expect,
  expectAccessible,
  expectContained,
  LANGUAGES,
  open,
  shoot,
  test,
} from './support/page';

const YEAR = 2098;

/** What is predicted of a case, once it has been counted. */
async function predicted(request: APIRequestContext, keys: Keys): Promise<string> {
  let state = '';
  await expect(async () => {
    const answer = await request.get(`/api/v1/case-predictions/${keys.number}`);
    expect(answer.status()).toBe(200);
    state = (await answer.json()).state;
  }).toPass();
  return state;
}

/** A new case of an item of which enough cases have been closed. */
async function comparable(request: APIRequestContext): Promise<Keys> {
  for (let closed = 0; closed < 12; closed++) {
    const keys = await applied(request);
    if ((await predicted(request, keys)) === 'predicted') return keys;
    await acted(request, CLERK, keys.number, 'refuse', {
      reason: '依法不属于本机关职权范围',
      confirmedRisk: true,
    });
  }
  const keys = await applied(request);
  expect(await predicted(request, keys)).toBe('predicted');
  return keys;
}

/** Declares another day far away off; nothing that runs is due there. */
async function changed(request: APIRequestContext): Promise<void> {
  const headers = { Authorization: `Bearer ${await token(request, ADMINISTRATOR)}` };
  const path = `/api/v1/calendar/years/${YEAR}/edition`;
  await expect(async () => {
    const edition = await request.get(path, { headers });
    const { days } = await edition.json();
    const date = days[0]?.date === `${YEAR}-05-06` ? `${YEAR}-05-07` : `${YEAR}-05-06`;
    const saved = await request.put(path, {
      headers: { ...headers, 'If-Match': edition.headers()['etag']! },
      data: {
        status: 'announced',
        source: '国务院办公厅关于部分节假日安排的通知（试）',
        days: [{ date, kind: 'off', name: '试节', nameEn: 'Trial Day' }],
      },
    });
    expect(saved.status(), await saved.text()).toBe(200);
  }).toPass();
}

for (const language of LANGUAGES) {
  const english = language === 'en';
  const name = (chinese: string, latin: string) => (english ? latin : chinese);

  test(`how long it takes, and how sure one can be (${language})`, async ({ page, request }, {
    project,
  }) => {
    test.setTimeout(120_000);
    const shot = (what: string) => shoot(page, `${what}-${project.name}-${language}`);
    const keys = await comparable(request);

    await open(page, `/services/${ITEM}`, { language });
    const table = page.getByRole('table', {
      name: name('各环节实际用时', 'How long each step really takes'),
    });
    await expect(table).toHaveCount(0);
    await page.getByRole('button', { name: name('看实际用时', 'Show how long it takes') }).click();
    await expect(table).toBeVisible();
    const acceptance = table.getByRole('row').filter({ hasText: name('受理', 'Acceptance') });
    await expect(acceptance).toContainText(name('分钟', 'min'));
    await expect(
      page.getByRole('button', { name: new RegExp(name('九成不超过', '90% within')) }).first(),
    ).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('figures');

    await page.goto('/');
    await open(page, trackingPath(keys), { language });
    const likely = page.getByText(name('（把握 90%）', '(90% sure)'));
    await expect(likely).toBeVisible();
    await expect(
      page.getByText(name('这不是承诺', 'It is not a promise'), { exact: false }),
    ).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('prediction');

    await page
      .getByRole('link', { name: name('以往预测准不准', 'How good past estimates were') })
      .click();
    await expect(
      page.getByRole('heading', { level: 1, name: name('用时与预测', 'Times and predictions') }),
    ).toBeVisible();
    await page.getByLabel(name('部门', 'Department'), { exact: true }).selectOption('mar');
    await expect(page.getByRole('table').last().getByRole('row')).not.toHaveCount(1);
    await expectAccessible(page);
    await expectContained(page);
    await shot('reliability');
  });

  test(`deadlines are counted again in sight (${language})`, async ({ page, request }, {
    project,
  }) => {
    test.setTimeout(90_000);
    const shot = (what: string) => shoot(page, `${what}-${project.name}-${language}`);
    await changed(request);
    await signIn(page, ADMINISTRATOR, { language, path: '/staff/administration/calendar' });
    const entry = page
      .getByRole('listitem')
      .filter({ hasText: name(`${YEAR} 年工作日历调整`, `Calendar of ${YEAR} changed`) })
      .first();
    await expect(entry).toHaveAttribute('data-state', 'done', { timeout: 30_000 });
    await expect(entry).toContainText(name('已核算', 'cases counted'));
    await expectAccessible(page);
    await expectContained(page);
    await shot('recounts');

    await entry.getByRole('link').click();
    await expect(
      page.getByRole('heading', {
        level: 1,
        name: name(`${YEAR} 年工作日历调整`, `Calendar of ${YEAR} changed`),
      }),
    ).toBeVisible();
    await page.getByLabel(name('显示', 'Show'), { exact: true }).selectOption('nowLate');
    await expect(page).toHaveURL(/filter=nowLate/);
    await expect(
      page.getByText(name('没有这样的办件。', 'There are no such cases.')),
    ).toBeVisible();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: name('下载 CSV', 'Download CSV') }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.csv$/);
    await expectAccessible(page);
    await expectContained(page);
    await shot('recount');
  });
}
