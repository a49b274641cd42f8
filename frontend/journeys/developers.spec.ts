import { randomUUID } from 'node:crypto';
import { signIn } from './support/casework';
import { newKey } from './support/clients';
import { expect, expectAccessible, expectContained, LANGUAGES, open, test } from './support/page';

const ACCOUNTS: Record<string, Record<(typeof LANGUAGES)[number], string>> = {
  desktop: { 'zh-CN': 'com.window1', en: 'cul.window1' },
  phone: { 'zh-CN': 'agr.window1', en: 'wat.window1' },
};
const WORDS = {
  'zh-CN': { register: '登记应用', issue: '签发新密钥', kept: '我已保存', revoke: /^停用/ },
  en: {
    register: 'Register an application',
    issue: 'Issue a key',
    kept: 'I have kept it',
    revoke: /^Revoke/,
  },
};

for (const language of LANGUAGES) {
  test(`developers find what there is (${language})`, async ({ page }) => {
    await open(page, '/developers', { language });
    await expect(page.locator('h1')).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
  });

  test(`the API's documentation is served here (${language})`, async ({ page }) => {
    await open(page, '/api-docs', { language });
    await expect(page.locator('.opblock').first()).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expectContained(page);
  });

  test(`a developer registers, gets a key and ends it (${language})`, async ({ page }, {
    project,
  }) => {
    test.setTimeout(120_000);
    const words = WORDS[language];
    await signIn(page, ACCOUNTS[project.name]![language], {
      language,
      path: '/staff/login?next=/developers/applications',
    });
    await expectAccessible(page);
    await page.getByRole('button', { name: words.register }).click();
    const dialog = page.getByRole('dialog');
    await expectAccessible(page);
    await expectContained(page);
    await dialog.locator('#client-name').fill(`晴川银行 ${project.name} ${language}`);
    await dialog.locator('#client-purpose').fill('在手机银行里查询办事指南');
    await dialog.locator('#client-contactName').fill('李工');
    await dialog.locator('#client-contact').fill('dev@bank.example');
    await dialog.locator('button[type=submit]').click();
    await expect(dialog).toHaveCount(0);
    const issue = page.getByRole('button', { name: words.issue }).first();
    await issue.click();
    const key = await dialog.locator('code').textContent();
    expect(key).toMatch(/^sunlit_[\w-]{43}$/);
    await expectAccessible(page);
    await expectContained(page);
    const with_ = { headers: { Authorization: `Bearer ${key}` } };
    expect((await page.request.get('/api/v1/departments', with_)).status()).toBe(200);
    await dialog.getByRole('button', { name: words.kept }).click();
    await expectAccessible(page);
    await expectContained(page);
    await page.getByRole('row').getByRole('button', { name: words.revoke }).first().click();
    await dialog.getByRole('button', { name: words.revoke }).click();
    await expect(dialog).toHaveCount(0);
    expect((await page.request.get('/api/v1/departments', with_)).status()).toBe(401);
  });
}

for (const language of LANGUAGES) {
  test(`an administrator decides what an application may (${language})`, async ({
    page,
    request,
  }) => {
    test.setTimeout(120_000);
    // One's own: other journeys decide on theirs at the same time.
    const name = `晴川银行 ${randomUUID().slice(0, 8)}`;
    await newKey(request, name);
    await signIn(page, 'das.administrator', { language, path: '/staff/clients' });
    const own = page.getByRole('article', { name });
    await expect(own).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await own.getByRole('button', { name: /^(调整|Decide)/ }).click();
    const dialog = page.getByRole('dialog');
    await expectAccessible(page);
    await expectContained(page);
    await dialog.getByRole('spinbutton').first().fill('123');
    await dialog.locator('button[type=submit]').click();
    await expect(dialog).toHaveCount(0);
    await expect(own).toContainText('123');
  });
}
