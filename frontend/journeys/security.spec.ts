import type { Page } from '@playwright/test';
import { code } from './support/authenticator';
import { CLERK, password } from './support/casework';
import { enterAs, PASSWORD, registered, signInAs } from './support/citizens';
import { expect, expectAccessible, expectContained, LANGUAGES, open, test } from './support/page';

/** Nobody else's: what happens to these accounts' factors meets no other journey. */
const ACCOUNTS: Record<string, Record<(typeof LANGUAGES)[number], string>> = {
  desktop: { 'zh-CN': 'spo.window1', en: 'met.window1' },
  phone: { 'zh-CN': 'tob.window1', en: 'hpf.window1' },
};

const WORDS = {
  'zh-CN': {
    setUp: '设置身份验证器',
    goOn: '继续',
    confirm: '确认',
    kept: '我已保存',
    removeApp: '移除身份验证器',
    remove: '移除',
    leave: '退出',
    send: '验证并登录',
    addKey: '添加通行密钥',
    usePasskey: '使用通行密钥',
    removeKey: '移除：旅程的钥匙',
    cancel: '取消',
    change: '更改密码',
    unified: '用统一身份认证登录',
    nobody: '没有对应的账号',
  },
  en: {
    setUp: 'Set up an app',
    goOn: 'Go on',
    confirm: 'Confirm',
    kept: 'I have kept them',
    removeApp: 'Remove the app',
    remove: 'Remove',
    leave: 'Sign out',
    send: 'Check and sign in',
    addKey: 'Add a passkey',
    usePasskey: 'Use a passkey',
    removeKey: 'Remove: 旅程的钥匙',
    cancel: 'Cancel',
    change: 'Change the password',
    unified: 'Sign in with unified identity',
    nobody: 'There is no account for you',
  },
};

/** At whichever page asks for it: the session of the page before goes on after this. */
async function signIn(page: Page, account: string): Promise<void> {
  await page.locator('#login-account').fill(account);
  await page.locator('#login-password').fill(password());
  await page.locator('main form button[type=submit]').click();
}

for (const language of LANGUAGES) {
  const words = WORDS[language];

  test(`staff set up an authenticator app and sign in with it (${language})`, async ({ page }, {
    project,
  }) => {
    test.setTimeout(120_000);
    const account = ACCOUNTS[project.name]![language];
    await open(page, '/staff/security', { language });
    await signIn(page, account);
    await page.getByRole('button', { name: words.setUp }).click();
    await page.locator('#proof-password').fill('a guess');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog').getByRole('alert')).toBeFocused();
    await expectAccessible(page);
    await page.locator('#proof-password').fill(password());
    await page.keyboard.press('Enter');
    const key = (await page.locator('#app-key').textContent())!;
    await expect(page.getByRole('img')).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await page.locator('#app-code').fill(code(key));
    await page.getByRole('button', { name: words.confirm, exact: true }).click();
    const codes = page.locator('main code');
    await expect(codes).toHaveCount(10);
    const recovery = (await codes.first().textContent())!;
    await expectAccessible(page);
    await expectContained(page);
    await page.getByRole('button', { name: words.kept }).click();
    await expect(codes).toHaveCount(0);

    // From another browser: the password, then the code; a wrong one is said at its field.
    await page.context().clearCookies();
    await page.goto('/staff/login');
    await signIn(page, account);
    await page.locator('#code-code').fill('000000');
    await page.getByRole('button', { name: words.send }).click();
    await expect(page.getByRole('alert')).toBeFocused();
    await expectAccessible(page);
    await expectContained(page);
    await page.locator('#code-code').fill(code(key, 1));
    await page.getByRole('button', { name: words.send }).click();
    await expect(page.locator('#code-code')).toHaveCount(0);

    // Without the phone.
    await page.context().clearCookies();
    await page.goto('/staff/login?next=/staff/security');
    await signIn(page, account);
    await page.locator('#code-code').fill(recovery);
    await page.getByRole('button', { name: words.send }).click();
    await page.getByRole('button', { name: words.removeApp }).click();
    await page.locator('#proof-password').fill(password());
    await page.getByRole('dialog').getByRole('button', { name: words.remove, exact: true }).click();
    await expect(page.getByRole('button', { name: words.setUp })).toBeVisible();
    await expectAccessible(page);
  });

  test(`people set up a second step on their own pages (${language})`, async ({
    page,
    request,
  }) => {
    const phone = await registered(request);
    await signInAs(page, phone, { language, path: '/account/security' });
    await expectAccessible(page);
    await page.getByRole('button', { name: words.setUp }).click();
    await page.locator('#proof-password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    const key = (await page.locator('#app-key').textContent())!;
    await page.locator('#app-code').fill(code(key));
    await page.getByRole('button', { name: words.confirm, exact: true }).click();
    await expect(page.locator('main code')).toHaveCount(10);
    await expectAccessible(page);
    await expectContained(page);
    await page.getByRole('button', { name: words.kept }).click();

    await page.context().clearCookies();
    await page.goto('/account/login');
    await enterAs(page, phone);
    await page.locator('#code-code').fill(code(key, 1));
    await page.getByRole('button', { name: words.send }).click();
    await expect(page.locator('#code-code')).toHaveCount(0);
    await expect(page).toHaveURL(/\/account$/);
  });

  test(`staff add a passkey and sign in with nothing else (${language})`, async ({ page }, {
    project,
  }) => {
    test.setTimeout(120_000);
    const account = ACCOUNTS[project.name]![language].replace('window1', 'reviewer1');
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    // A passkey is bound to a name; an address of numbers has none.
    const site = process.env.SUNLIT_URL!.replace('127.0.0.1', 'localhost');
    await open(page, `${site}/staff/security`, { language });
    await signIn(page, account);
    await page.getByRole('button', { name: words.addKey }).click();
    await page.locator('#passkey-name').fill('旅程的钥匙');
    await page.locator('#passkey-password').fill(password());
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: words.removeKey })).toBeVisible();
    await page.getByRole('button', { name: words.kept }).click();
    await expectAccessible(page);
    await expectContained(page);

    await page.context().clearCookies();
    await page.goto(`${site}/staff/login?next=/staff/security`);
    await page.getByRole('button', { name: words.usePasskey }).click();
    await page.getByRole('button', { name: words.removeKey }).click();
    await page.locator('#proof-password').fill(password());
    await page.getByRole('dialog').getByRole('button', { name: words.remove, exact: true }).click();
    await expect(page.getByRole('button', { name: words.removeKey })).toHaveCount(0);
  });

  test(`staff sign in at the city's identity provider (${language})`, async ({ page, request }) => {
    const options = await (await request.get('/api/v1/auth/options')).json();
    expect(options.unifiedIdentity, 'the journeys bring an identity provider').toBeTruthy();
    await open(page, '/staff/login?next=/staff/sessions', { language });
    const button = page.getByRole('link', { name: words.unified });
    await button.focus();
    await expectAccessible(page);
    await expectContained(page);
    await page.keyboard.press('Enter');
    await page.getByLabel('工号').fill('nobody.here');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText(words.nobody);
    await expectAccessible(page);
    await expectContained(page);

    await page.goto('/staff/login?next=/staff/sessions');
    await button.click();
    await page.getByLabel('工号').fill(CLERK);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/staff\/sessions$/);
    await expect(page.locator('main li').first()).toContainText('Chrome');
    // The session is the browser's: it goes on after a reload.
    await page.reload();
    await expect(page.locator('main li').first()).toContainText('Chrome');
  });
}

test('a desk that nobody sits at is warned, signs out and keeps what was being written', async ({
  page,
}, { project }) => {
  test.setTimeout(120_000);
  await page.clock.install();
  await open(page, '/staff/security');
  await signIn(page, ACCOUNTS[project.name]!['zh-CN'].replace('window1', 'approver1'));
  await page.getByRole('button', { name: WORDS['zh-CN'].change }).click();
  await page.locator('#password-newPassword').fill('写到一半');
  await page.clock.fastForward('01:59:30');
  await expect(page.getByRole('dialog')).toContainText('您还在吗');
  await expectAccessible(page);
  await page.clock.fastForward('00:01:00');
  await expect(page.getByRole('dialog').locator('#login-password')).toBeVisible();
  await expect(page.locator('#password-newPassword')).toHaveValue('写到一半');
});
