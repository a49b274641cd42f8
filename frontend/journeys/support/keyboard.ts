import type { Locator, Page } from '@playwright/test';
import { expect } from './page';

/** Tab until it has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator, most = 80): Promise<void> {
  await expect(target).toBeVisible();
  for (let pressed = 0; pressed < most; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target, 'reached with Tab').toBeFocused();
}

/** Goes there and presses Enter. */
export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** What an input method gives: whole words at once. */
export async function write(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.insertText(text);
}

/** Confirms the risk point where there is one, and sends. */
export async function send(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  const risk = dialog.locator('#act-confirmedRisk');
  if (await risk.count()) {
    await tabTo(page, risk);
    await page.keyboard.press('Space');
  }
  await tabTo(page, dialog.locator('button[type=submit]'));
  await page.keyboard.press('Enter');
}

/** Finds a case with the search and opens it. */
export async function openCase(page: Page, number: string, key = '/'): Promise<void> {
  await page.keyboard.press(key);
  const search = page.getByRole('dialog').getByRole('combobox');
  await expect(search).toBeFocused();
  await page.keyboard.insertText(number);
  await expect(page.getByRole('dialog').getByRole('option', { selected: true })).toContainText(
    number,
  );
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/staff/cases/${number}`));
  await expect(page.locator('#act-now')).toBeVisible();
}
