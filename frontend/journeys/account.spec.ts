import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { acted, attach, CLERK, ITEM } from './support/casework';
import { expect, expectAccessible, expectContained, LANGUAGES, open, test } from './support/page';

const WORDS = {
  'zh-CN': {
    signIn: '登录',
    register: '没有账号？注册',
    organisation: '企业或其他组织',
    own: '我的办件',
    known: '以下信息取自您的账号',
    fix: '需要您补正材料',
    profile: '我的资料',
    sessions: '登录设备',
    leave: '退出登录',
  },
  en: {
    signIn: 'Sign in',
    register: 'No account? Register',
    organisation: 'Business or other organisation',
    own: 'My cases',
    known: 'This comes from your account',
    fix: 'You need to hand something in',
    profile: 'My details',
    sessions: 'Devices',
    leave: 'Sign out',
  },
} as const;

/** What came to the telephone last: the sink of the demonstration city keeps it in a file. */
async function codeFor(phone: string): Promise<string> {
  const file = join(dirname(process.env.SUNLIT_ACCOUNTS!), 'messages.txt');
  let code = '';
  await expect
    .poll(
      () => {
        try {
          const line = readFileSync(file, 'utf8')
            .split('\n')
            .find((each) => each.startsWith(phone));
          code = /验证码(\d{6})/.exec(line ?? '')?.[1] ?? '';
        } catch {
          code = '';
        }
        return code;
      },
      { timeout: 20_000 },
    )
    .not.toBe('');
  return code;
}

const newPhone = () => `139${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`;

async function good(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectContained(page);
}

for (const language of LANGUAGES) {
  const words = WORDS[language];
  test(`registers, applies, corrects and leaves (${language})`, async ({ page, request }) => {
    test.setTimeout(180_000);
    const phone = newPhone();
    await open(page, '/', { language });
    await page.getByRole('link', { name: words.signIn, exact: true }).click();
    await expect(page.locator('#account-name')).toBeVisible();
    await good(page);
    await page.getByRole('link', { name: words.register }).click();

    // Everything that is missing is said at once; then it is filled in.
    await page.locator('main form button[type=submit]').click();
    await expect(page.locator('#register-name-error')).toBeVisible();
    await good(page);
    await page.locator('#register-name').fill('王小明');
    await page.locator('#register-identityNumber').fill('11010519491231002X');
    await page.locator('#register-phone').fill(phone);
    await page.locator('#register-password').fill('日出而作日入而息凿井而饮');
    await page.locator('main form button[type=submit]').click();
    await expect(page.locator('#account-code')).toBeVisible();
    await good(page);
    const code = await codeFor(phone);
    await page.locator('#account-code').fill(code === '000000' ? '000001' : '000000');
    await page.locator('main form button[type=submit]').click();
    await expect(page.locator('#account-code-error')).toBeVisible();
    await page.locator('#account-code').fill(code);
    await page.locator('main form button[type=submit]').click();
    await expect(page.locator('main h1')).toHaveText(words.own);
    await good(page);

    // Nothing the account has is asked again.
    await page.goto(`/apply/${ITEM}`);
    await expect(page.getByText(words.known)).toBeVisible();
    await expect(page.locator('#apply-applicant-name')).toHaveCount(0);
    await good(page);
    await attach(page, '#apply-materials-M1 input', '申请书.pdf');
    await attach(page, '#apply-materials-M3 input', '证明.pdf');
    await page.locator('main form button[type=submit]').click();
    await expect(page).toHaveURL(/step=review/);
    await expect(page.getByText('王小明')).toBeVisible();
    await good(page);
    await page.locator('main button[class*=large]').click();
    await expect(page).toHaveURL(/receipt/);
    const number = (await page.locator('main').innerText()).match(/\d{8}-\d{6,10}-\d/)![0];

    await acted(request, CLERK, number, 'request-correction', {
      missing: [{ materialCode: 'M1', what: '申请书缺少签名' }],
      confirmedRisk: true,
    });
    await page.goto('/account');
    await expect(page.getByText(words.fix)).toBeVisible();
    await good(page);
    await page.locator('main li').first().getByRole('link').click();
    await expect(page.getByText('申请书缺少签名').first()).toBeVisible();
    await attach(page, '#supplement-M1 input', '签名.pdf');
    await page.locator('section form button[type=submit]').click();
    await expect(page.locator('section form')).toHaveCount(0);
    await good(page);

    await page.getByRole('link', { name: words.profile }).click();
    await expect(page.getByText('11**************2X')).toBeVisible();
    await good(page);
    await page.getByRole('link', { name: words.sessions }).click();
    await expect(page.locator('main li').first()).toContainText('Chrome');
    await good(page);

    // The staff's pages are not for this account, and after signing out neither are its own.
    await page.goto('/staff');
    await expect(page).toHaveURL(/\/account/);
    await page.getByRole('button', { name: words.leave }).click();
    await expect(page.locator('#account-name')).toBeVisible();
    await page.goto(`/account/cases/${number}`);
    await expect(page.locator('#account-name')).toBeVisible();
  });
}

test('an organisation registers in large type and gets its own form', async ({ page }) => {
  await open(page, '/account/register', { elder: true });
  await page.getByLabel(WORDS['zh-CN'].organisation).check();
  await expect(page.locator('#register-contactName')).toBeVisible();
  await good(page);
});

test('a guest is never made to register', async ({ page }) => {
  await open(page, `/apply/${ITEM}`);
  await expect(page.locator('#apply-applicant-name')).toBeVisible();
  await good(page);
});
