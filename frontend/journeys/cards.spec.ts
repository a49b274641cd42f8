import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import { acted, applied, CLERK, type Keys, pdf, signIn, signOut, token } from './support/casework';
import { expect, expectAccessible, expectContained, LANGUAGES, shoot, test } from './support/page';

const SUPERVISOR = 'supervisor1';

/** A case whose applicant the clerk has asked for the same thing three times. */
async function askedAgainAndAgain(request: APIRequestContext): Promise<Keys> {
  const keys = await applied(request, '红黄牌');
  const asking = { missing: [{ materialCode: 'M1', what: '缺页' }] };
  await acted(request, CLERK, keys.number, 'request-correction', asking);
  for (let time = 0; time < 2; time++) {
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
    await acted(request, CLERK, keys.number, 'request-correction', asking);
  }
  return keys;
}

/** The number of what the clerk was issued for a case. */
async function issued(request: APIRequestContext, keys: Keys): Promise<string> {
  const headers = { Authorization: `Bearer ${await token(request, CLERK)}` };
  let number: string | undefined;
  await expect(async () => {
    const answer = await request.get('/api/v1/supervision/cards?limit=100', { headers });
    const cards: { number: string; caseNumber: string }[] = (await answer.json()).items;
    number = cards.find((card) => card.caseNumber === keys.number)?.number;
    expect(number).toBeTruthy();
  }).toPass({ timeout: 30_000 });
  return number!;
}

for (const language of LANGUAGES) {
  const english = language === 'en';

  test(`what was found is contested and withdrawn (${language})`, async ({ page, request }, {
    project,
  }) => {
    const shot = (name: string) => shoot(page, `${name}-${project.name}-${language}`);
    const number = await issued(request, await askedAgainAndAgain(request));
    await signIn(page, CLERK, { language, path: '/staff/my-file' });
    await expect(page.getByRole('main').getByText(number).first()).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('file');

    await page.getByRole('main').getByRole('link', { name: number, exact: true }).first().click();
    const contest = page.getByRole('button', { name: english ? 'Contest' : '申辩', exact: true });
    await expect(contest).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('card');
    await contest.click();
    await page.getByRole('dialog').getByRole('textbox').fill('三次补正都是申请人另行增加的内容。');
    await expectAccessible(page);
    await shot('contest');
    await page.getByRole('dialog').locator('button[type=submit]').click();
    await expect(page.getByText(english ? 'Contested' : '申辩中').first()).toBeVisible();
    const address = new URL(page.url()).pathname;

    await signOut(page);
    await signIn(page, SUPERVISOR, { language, path: '/staff/cards' });
    await expect(page.getByRole('main').getByText(number).first()).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('cards');
    await page.goto(address);
    await page.getByRole('button', { name: english ? 'Withdraw' : '撤销', exact: true }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('申辩属实。');
    await page.getByRole('dialog').locator('button[type=submit]').click();
    await expect(
      page.getByText(english ? /as if it had never been issued/ : /视为没有发过/),
    ).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('withdrawn');

    // A supervisor sees it otherwise, and issues a card on the same finding by hand.
    await page.getByRole('main').locator('a[href^="/staff/findings/"]').first().click();
    const issue = page.getByRole('button', { name: english ? 'Issue a yellow card' : '发黄牌' });
    await expect(issue).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('finding');
    await issue.click();
    await page.getByRole('dialog').getByRole('textbox').fill('三次补正都针对同一份材料。');
    await expectAccessible(page);
    await page.getByRole('dialog').locator('button[type=submit]').click();
    await expect(
      page
        .getByRole('main')
        .getByRole('heading', { level: 1 })
        .getByText(/黄牌〔/),
    ).toBeVisible();
    await page.goto('/staff/cards/month');
    await expect(page.getByRole('main').getByRole('table')).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('month');
  });
}
