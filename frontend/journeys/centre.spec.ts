import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import { acted, applied, CLERK, type Keys, pdf, signIn, token } from './support/casework';
import { expect, expectAccessible, expectContained, LANGUAGES, shoot, test } from './support/page';

const SUPERVISOR = 'supervisor1';

async function supplemented(request: APIRequestContext, keys: Keys): Promise<void> {
  const upload = await request.post('/api/v1/uploads', { multipart: { file: pdf() } });
  const answer = await request.post('/api/v1/tracking/supplements', {
    headers: { 'Idempotency-Key': randomUUID() },
    data: {
      caseNumber: keys.number,
      trackingCode: keys.code,
      materials: [{ code: 'M1', uploadId: (await upload.json()).id }],
    },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}

/** Everything that was asked for was brought, and it is refused all the same: a grave finding. */
async function somethingIsFound(request: APIRequestContext, keys: Keys): Promise<void> {
  await acted(request, CLERK, keys.number, 'request-correction', {
    missing: [{ materialCode: 'M1', what: '缺页' }],
  });
  await supplemented(request, keys);
  await acted(request, CLERK, keys.number, 'refuse', { reason: '不属于本机关职权范围' });
}

for (const language of LANGUAGES) {
  const english = language === 'en';

  test(`the centre sees it come, and the month is taken away (${language})`, async ({
    page,
    request,
  }, { project }) => {
    test.setTimeout(150_000);
    const shot = (name: string) => shoot(page, `${name}-${project.name}-${language}`);
    const keys = await applied(request, '监察中心');
    await signIn(page, SUPERVISOR, { language, path: '/staff/supervision' });
    await expect(
      page.getByRole('heading', { name: english ? 'Thirty days' : '近三十天' }),
    ).toBeVisible({ timeout: 15_000 });

    await somethingIsFound(request, keys);
    const news = page.getByRole('listitem').filter({ hasText: keys.number }).first();
    await expect(
      news.getByRole('link', {
        name: english ? 'Not accepted though everything told was brought' : '材料补齐后仍不予受理',
      }),
    ).toBeVisible({ timeout: 10_000 });
    await expectAccessible(page);
    await expectContained(page);
    await shot('centre');

    // What was found is grave: somebody has to say that they have seen it, and then it is seen.
    const alarm = page.locator('#alarms').getByRole('listitem').filter({ hasText: keys.number });
    await alarm.getByRole('button', { name: english ? /^Acknowledge/ : /^签收/ }).click();
    await expect(alarm).toHaveCount(0);
    await expect(
      page
        .getByRole('listitem')
        .filter({ hasText: keys.number })
        .filter({ hasText: english ? 'Acknowledged' : '已签收' }),
    ).toBeVisible({ timeout: 10_000 });

    await news.getByRole('link', { name: keys.number }).click();
    await expect(page.locator('main h1').first()).toBeVisible();
    await expect(page.getByText(keys.number).first()).toBeVisible();

    await page.goto('/staff/supervision/wall');
    await expect(page.getByRole('heading', { level: 1 }).last()).toBeVisible();
    await expectContained(page);
    const size = page.viewportSize()!;
    if (process.env.SUNLIT_SHOTS && size.width > 1000)
      await page.setViewportSize({ width: 1920, height: 1080 });
    await shoot(page, `wall-${project.name}-${language}`, false);
    await page.setViewportSize(size);

    // The month before is over: its report can be made at any time.
    const day = new Date(Date.now() - 32 * 86_400_000).toISOString().slice(0, 10);
    const headers = { Authorization: `Bearer ${await token(request, SUPERVISOR)}` };
    const made = await request.put(`/api/v1/supervision/reports/monthly/${day}`, { headers });
    expect(made.ok(), await made.text()).toBe(true);
    await page.goto('/staff/supervision/reports');
    await page
      .getByRole('link', { name: english ? /^Monthly report/ : /^月报/ })
      .first()
      .click();
    await expect(page.getByRole('rowheader', { name: english ? 'Total' : '合计' })).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('report');
    // On paper there is the report and nothing beside it.
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('navigation')).toHaveCount(0);
    await page.emulateMedia({ media: 'screen' });
    const download = page.waitForEvent('download');
    await page
      .getByRole('button', { name: english ? 'Download as XLSX' : '下载表格（XLSX）' })
      .click();
    expect((await download).suggestedFilename()).toMatch(/^supervision-monthly-.*\.xlsx$/);

    await page.goto('/supervision');
    await expect(
      page.getByRole('heading', { name: english ? 'Bulletins' : '通报', exact: true }),
    ).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('oversight');

    await page
      .getByRole('contentinfo')
      .getByRole('link', { name: english ? 'The city in numbers' : '城市数据' })
      .click();
    const received = english ? 'Applications received' : '收件';
    await expect(page.getByRole('rowheader', { name: received })).toBeVisible();
    await page.getByLabel(english ? 'Which number' : '看哪个指标').selectOption('casesOnTime');
    await expect(
      page.getByRole('img', { name: english ? /Ended on time$/ : /按时办结率$/ }),
    ).toBeVisible();
    await page.getByText(english ? 'See the table' : '看表格').click();
    await expectAccessible(page);
    await expectContained(page);
    await shot('numbers');
    const table = page.waitForEvent('download');
    await page.getByRole('link', { name: english ? 'Download as CSV' : '下载 CSV 表格' }).click();
    await table;
  });
}
