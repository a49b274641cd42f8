import {
  act,
  applied,
  attach,
  CATALOGUE,
  CLERK,
  ITEM,
  signIn,
  trackingPath,
} from './support/casework';
import { expect, expectAccessible, expectContained, LANGUAGES, open, test } from './support/page';

for (const language of LANGUAGES) {
  test(`applying is open to everybody (${language})`, async ({ page }) => {
    await open(page, `/apply/${ITEM}`, { language });
    await expectAccessible(page);
    const next = page.locator('main form button[type=submit]');
    await next.click();
    await expect(page.getByRole('alert')).toBeFocused();
    await expectAccessible(page);
    await page.locator('input[value=organisation]').check();
    await page.locator('#apply-applicant-name').fill('晴川江畔电梯有限公司');
    await page.locator('#apply-applicant-phone').fill('13800138000');
    for (const code of ['M1', 'M3']) {
      await attach(page, `#apply-materials-${code}`, `${code}.pdf`);
    }
    await expectAccessible(page);
    await next.click();
    await expect(page).toHaveURL(/step=review/);
    await expectAccessible(page);
    await expectContained(page);
    await page.locator('main section').last().getByRole('button').click();
    await expect(page).toHaveURL(/\/receipt/);
    await expectAccessible(page);
    await expectContained(page);
  });

  test(`tracking is open to everybody (${language})`, async ({ page, request }) => {
    test.setTimeout(120_000);
    await open(page, '/track', { language });
    await expectAccessible(page);
    await page.goto('/');
    await open(page, trackingPath(await applied(request)), { language });
    await expect(page.locator('#deadline')).toBeVisible();
    for (const summary of await page.locator('#deadline summary').all()) await summary.click();
    await expectAccessible(page);
    await expectContained(page);
    await page.locator('#withdraw button').first().click();
    await expectAccessible(page);
  });

  test(`the clerk's desk is open to everybody (${language})`, async ({ page, request }) => {
    test.setTimeout(150_000);
    const { number } = await applied(request);
    await open(page, '/staff/login', { language });
    await expectAccessible(page);
    await signIn(page, CLERK, { language });
    await expect(page.locator('main ol > li').first()).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await page.goto(`/staff/cases/${number}`);
    const action = page.getByRole('button', {
      name: language === 'en' ? 'Request correction' : '告知补正',
    });
    await expect(action).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await action.click();
    await page.getByRole('dialog').getByRole('checkbox').first().check();
    await page.getByRole('dialog').locator('button[type=submit]').click();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await act(page, language === 'en' ? 'Accept' : '予以受理');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expectAccessible(page);
  });

  test(`imports are open to everybody (${language})`, async ({ page }) => {
    await signIn(page, CATALOGUE, { language, path: '/staff/imports' });
    await page.locator('#import-file').setInputFiles({
      name: '错误.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('事项编码,事项名称,事项类型,部门,区划代码,备注\nX,,行政魔法,,1,无\n'),
    });
    await page.locator('main form button[type=submit]').click();
    await expect(page.locator('#import-outcome')).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
  });

  test(`the board is open to everybody (${language})`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(`/board?lang=${language}`);
    await expect(page.locator('main section').first()).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await page.goto(`/board/square?lang=${language}`);
    // Whatever its playlist plays at this hour.
    await expect(page.locator('main ol > li, main section[data-kind]').first()).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
  });
}
