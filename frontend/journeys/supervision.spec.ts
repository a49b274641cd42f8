import { randomUUID } from 'node:crypto';
import { type APIRequestContext } from '@playwright/test';
import { acted, applied, CLERK, type Keys, pdf, REVIEWER, signIn, token } from './support/casework';
import { expect, expectAccessible, expectContained, LANGUAGES, shoot, test } from './support/page';

const SUPERVISOR = 'supervisor1';

async function supplemented(request: APIRequestContext, keys: Keys): Promise<void> {
  const upload = await request.post('/api/v1/uploads', { multipart: { file: pdf() } });
  const uploadId = (await upload.json()).id;
  const answer = await request.post('/api/v1/tracking/supplements', {
    headers: { 'Idempotency-Key': randomUUID() },
    data: {
      caseNumber: keys.number,
      trackingCode: keys.code,
      materials: [{ code: 'M1', uploadId }],
    },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}

/** A case whose applicant has been asked for the same thing three times. */
async function askedAgainAndAgain(request: APIRequestContext): Promise<Keys> {
  const keys = await applied(request, '反复补正');
  const asking = { missing: [{ materialCode: 'M1', what: '缺页' }] };
  await acted(request, CLERK, keys.number, 'request-correction', asking);
  for (let time = 0; time < 2; time++) {
    await supplemented(request, keys);
    await acted(request, CLERK, keys.number, 'request-correction', asking);
  }
  return keys;
}

for (const language of LANGUAGES) {
  const english = language === 'en';

  test(`supervision finds by itself and shows why (${language})`, async ({ page, request }, {
    project,
  }) => {
    test.setTimeout(150_000);
    const shot = (name: string) => shoot(page, `${name}-${project.name}-${language}`);
    const keys = await askedAgainAndAgain(request);
    await signIn(page, SUPERVISOR, { language, path: `/staff/findings?case=${keys.number}` });
    const finding = page.getByRole('link', {
      name: english ? 'Corrections asked for again and again' : '反复要求补正',
    });
    await expect(finding).toBeVisible({ timeout: 30_000 });
    await expectAccessible(page);
    await expectContained(page);
    await shot('findings');

    await finding.click();
    await expect(
      page.getByText(english ? 'notice number 3 of correction' : '第3次补正通知'),
    ).toBeVisible();
    await expect(
      page.getByRole('table').getByText(english ? 'Corrections asked for' : '要求补正'),
    ).toHaveCount(3);
    await expect(page.getByText(CLERK)).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('finding');
    const address = new URL(page.url()).pathname;

    await page.goto('/staff/findings/rules');
    await expect(
      page.getByRole('heading', { name: english ? 'Deadlines' : '期限', exact: true }),
    ).toBeVisible();
    await page
      .getByText(english ? 'What is missing was told in instalments' : '分次告知补正内容')
      .click();
    await expectAccessible(page);
    await expectContained(page);
    await shot('rules');

    // It is the clerk's own, and not the reviewer's.
    const id = address.split('/').at(-1)!;
    for (const [account, status] of [
      [CLERK, 200],
      [REVIEWER, 404],
    ] as const) {
      const headers = { Authorization: `Bearer ${await token(request, account)}` };
      const answer = await request.get(`/api/v1/supervision/findings/${id}`, { headers });
      expect(answer.status()).toBe(status);
    }
  });
}

for (const language of LANGUAGES) {
  const english = language === 'en';

  test(`supervision sees what people said and nobody answered (${language})`, async ({ page }, {
    project,
  }) => {
    test.setTimeout(150_000);
    const shot = (name: string) => shoot(page, `${name}-${project.name}-${language}`);
    await signIn(page, SUPERVISOR, { language, path: '/staff/findings?rule=complaint.late' });
    const finding = page
      .getByRole('link', {
        name: english ? 'What somebody said was not answered in time' : '诉求逾期未答复',
      })
      .first();
    await expect(finding).toBeVisible({ timeout: 30_000 });
    await expectAccessible(page);
    await expectContained(page);
    await shot('complaints-late');

    await finding.click();
    await expect(
      page.getByText(english ? 'The answer was due by' : '这件诉求应当在'),
    ).toBeVisible();
    await expect(
      page.getByRole('table').getByText(english ? 'Screened' : '甄别', { exact: true }),
    ).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('complaint-late');

    // It leads to what it is about, for whoever may go there.
    const link = page.locator('a[href^="/staff/complaints/"]').first();
    await expect(link).toBeVisible();

    await page.goto('/staff/findings/rules');
    for (const group of english
      ? ['Documents and seals', 'Complaints and ratings', 'Windows']
      : ['文书与用印', '诉求与评价', '窗口值守']) {
      await expect(page.getByRole('heading', { name: group, exact: true })).toBeVisible();
    }
    await page
      .getByText(english ? 'A seal was used with nothing behind it' : '无文书、无办理行为用印')
      .click();
    await expectAccessible(page);
    await expectContained(page);
    await shot('rules-outside');
  });
}
