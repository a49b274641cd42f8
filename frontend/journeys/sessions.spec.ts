import { signIn, unfold } from './support/casework';
import { expect, expectAccessible, expectContained, LANGUAGES, test } from './support/page';

/** Nobody else's: whoever signs out everywhere here ends no other journey. */
const ACCOUNTS: Record<string, Record<(typeof LANGUAGES)[number], string>> = {
  desktop: { 'zh-CN': 'fin.window1', en: 'jus.window1' },
  phone: { 'zh-CN': 'eth.window1', en: 'ind.window1' },
};
const WORDS = {
  'zh-CN': { mine: '我的登录', end: '退出', all: '全部退出', cancel: '取消', unread: /已退出/ },
  en: {
    mine: 'My sessions',
    end: 'Sign out',
    all: 'Sign out everywhere',
    cancel: 'Cancel',
    unread: /Signed out/,
  },
};
const ELSEWHERE =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15';

for (const language of LANGUAGES) {
  test(`staff see where they are signed in and sign out from afar (${language})`, async ({
    page,
    browser,
  }, { project }) => {
    test.setTimeout(120_000);
    const account = ACCOUNTS[project.name]![language];
    const words = WORDS[language];
    const other = await browser.newContext({ userAgent: ELSEWHERE });
    const elsewhere = await other.newPage();
    await signIn(elsewhere, account, { language });
    await signIn(page, account, { language });

    await unfold(page);
    await page.getByRole('link', { name: words.mine }).click();
    const rows = page.locator('main li');
    const afar = rows.filter({ hasText: 'macOS' });
    await expect(rows.first()).toContainText('Chrome');
    await expect(afar).toHaveCount(1);
    await expectAccessible(page);
    await expectContained(page);

    // By keyboard, and first thought better of: the focus is where it was.
    const end = afar.getByRole('button');
    await end.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(end).toBeFocused();
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: words.cancel }).click();
    await expect(end).toBeFocused();

    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: words.end, exact: true }).click();
    await expect(afar).toHaveCount(0);
    await expect(page.getByRole('status').filter({ hasText: words.unread })).toBeFocused();
    await expectAccessible(page);

    // The other device is out with its next click, though its token would have lived on.
    await unfold(elsewhere);
    await elsewhere.getByRole('link', { name: words.mine }).click();
    await expect(elsewhere.locator('#login-account')).toBeVisible();
    await signIn(elsewhere, account, { language, path: '/staff/sessions' });

    await page.getByRole('button', { name: words.all }).click();
    await dialog.getByRole('button', { name: words.all }).click();
    await expect(page.locator('#login-account')).toBeVisible();
    await page.goto('/staff');
    await expect(page.locator('#login-account')).toBeVisible();
    await elsewhere.reload();
    await expect(elsewhere.locator('#login-account')).toBeVisible();
    await other.close();
  });
}
