import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { acted, applied, signIn, token } from './support/casework';
import {
  expect,
  expectAccessible,
  expectContained,
  LANGUAGES,
  open,
  shoot,
  test,
} from './support/page';

/** 普通护照签发: 120 yuan, and nothing is handed out before they are paid. */
const ITEM = { item: 'PUB-LIC-03', codes: ['M1', 'M2', 'M3'] };
const WINDOW = 'pub.window1';
const REVIEWER = 'pub.reviewer1';
const APPROVER = 'pub.approver1';

async function checked(page: Page, name: string): Promise<void> {
  await expectAccessible(page);
  await expectContained(page);
  await shoot(page, name);
}

for (const language of LANGUAGES) {
  const english = language === 'en';

  test(`a fee is assessed, paid online and the passport handed out (${language})`, async ({
    page,
    browser,
    request,
  }, { project }) => {
    test.setTimeout(180_000);
    const shot = (name: string, of = page) =>
      checked(of, `charge-${name}-${project.name}-${language}`);
    const keys = await applied(request, '护照', ITEM);
    await acted(request, WINDOW, keys.number, 'accept', { confirmedRisk: true });
    await acted(request, REVIEWER, keys.number, 'advance', { confirmedRisk: true });
    await acted(request, APPROVER, keys.number, 'decide', {
      decision: 'grant',
      confirmedRisk: true,
    });

    // The window can't hand it out before it is paid, and assesses the fee.
    const authorization = `Bearer ${await token(request, WINDOW)}`;
    const early = await request.post(`/api/v1/cases/${keys.number}/actions/close`, {
      headers: {
        Authorization: authorization,
        'Idempotency-Key': randomUUID(),
        'If-Match': '"4"',
      },
      data: { confirmedRisk: true },
    });
    expect(early.status(), await early.text()).toBe(409);
    const desk = await (await browser.newContext()).newPage();
    await signIn(desk, WINDOW, { language, path: `/staff/cases/${keys.number}` });
    await desk.getByRole('button', { name: english ? 'Assess the fees' : '核定收费' }).click();
    await expect(desk.locator('#charge').getByText('¥120').first()).toBeVisible();
    await shot('case', desk);
    await desk.goto('/staff/charges?state=unpaid');
    await expect(desk.getByRole('link', { name: keys.number })).toBeVisible();
    await shot('desk', desk);

    // The applicant pays in the sandbox.
    await open(page, '/fees', { language });
    await expect(page.getByRole('table')).toBeVisible();
    await shot('catalogue');
    await open(page, `/track#number=${keys.number}&code=${keys.code}`, { language });
    await page.getByRole('link', { name: english ? 'Pay ¥120 online' : '网上缴费 ¥120' }).click();
    await expect(page).toHaveURL(/\/bill#/);
    await expect(page.locator('main h1')).toContainText(keys.number);
    await shot('bill');
    await page.getByRole('button', { name: english ? 'Pay ¥120 online' : '网上缴费 ¥120' }).click();
    await expect(page).toHaveURL(/\/payments\/sandbox\//);
    await expect(
      page.getByRole('button', { name: english ? 'Pay ¥120' : '确认支付 ¥120' }),
    ).toBeVisible();
    await shot('sandbox');
    await page.getByRole('button', { name: english ? 'Pay ¥120' : '确认支付 ¥120' }).click();
    await expect(page.locator('main').getByRole('status')).toContainText(
      english ? 'Paid' : '支付成功',
    );
    await page.getByRole('link', { name: english ? 'Back to the bill' : '返回缴费单' }).click();
    await expect(
      page.getByRole('heading', { name: english ? 'Receipt' : '缴款凭证' }),
    ).toBeVisible();
    await expect(page.getByText('壹佰贰拾元整')).toBeVisible();
    await shot('receipt');

    // Now it is handed out.
    await acted(request, WINDOW, keys.number, 'close', { confirmedRisk: true });
    await desk.goto('/staff/charges?day=');
    await expect(desk.getByText(keys.number).first()).toBeVisible();
    await shot('day', desk);
  });
}
