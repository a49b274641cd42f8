import { applied, CLERK, signIn } from './support/casework';
import { expect, expectAccessible, expectContained, LANGUAGES, test } from './support/page';

for (const language of LANGUAGES) {
  test(`an applicant is found by a whole name, and by no address (${language})`, async ({
    page,
    request,
  }) => {
    const { number } = await applied(request);
    await signIn(page, CLERK, { language });
    await expect(page.locator('main h1')).toBeVisible();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill('王小明');
    await page.getByRole('option').last().click();
    await expect(page).toHaveURL(/\/staff\/people-search$/);
    const field = page.locator('#people-q');
    await expect(field).toHaveValue('王小明');
    await expectAccessible(page);
    await field.press('Enter');
    await expect(page.locator('main ol > li').filter({ hasText: number })).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await field.fill('138');
    await field.press('Enter');
    await expect(field).toHaveAttribute('aria-invalid', 'true');

    // Searched for from here, it is another search.
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill('王小华');
    await page.getByRole('option').last().click();
    await expect(field).toHaveValue('王小华');
    await expect(field).not.toHaveAttribute('aria-invalid');
  });
}
