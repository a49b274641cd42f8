import type { Page } from '@playwright/test';
import { acted, attach, CLERK, ITEM, pdf, REVIEWER, signIn } from './support/casework';
import { code as codeOfTheApp } from './support/authenticator';
import {
  appliedAs,
  authorization,
  codeFor,
  enterAs,
  NAME,
  newPhone,
  PASSWORD,
  registered,
  signInAs,
} from './support/citizens';
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
    has: '本市已有，不用再填再交',
    all: '全部采用',
    taken: '已采用',
    stands: '现仍有效',
    instead: /本市已有，可代替上传/,
    take: '采用',
    no: '不要',
    send: '提交联合申请',
    sent: '联合申请已提交',
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
    has: 'The city has this already: no need to type or hand it in',
    all: 'Take all of it',
    taken: 'Taken over',
    stands: 'Still stands',
    instead: /The city has this, in place of a file/,
    take: 'Take this',
    no: 'No',
    send: 'Submit the joint application',
    sent: 'The joint application has been submitted',
    sessions: 'Devices',
    leave: 'Sign out',
  },
} as const;

async function good(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectContained(page);
}

for (const language of LANGUAGES) {
  const words = WORDS[language];

  test(`registers with a telephone (${language})`, async ({ page }) => {
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
    await page.locator('#register-name').fill(NAME);
    await page.locator('#register-identityNumber').fill('11010519491231002X');
    await page.locator('#register-phone').fill(phone);
    await page.locator('#register-password').fill(PASSWORD);
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
  });

  test(`applies and corrects without being asked again (${language})`, async ({
    page,
    request,
  }) => {
    test.setTimeout(120_000);
    await signInAs(page, await registered(request), { language });
    await page.goto(`/apply/${ITEM}`);
    await expect(page.getByText(words.known)).toBeVisible();
    await expect(page.locator('#apply-applicant-name')).toHaveCount(0);
    await good(page);
    await attach(page, '#apply-materials-M1', '申请书.pdf');
    await attach(page, '#apply-materials-M3', '证明.pdf');
    await page.locator('main form button[type=submit]').click();
    await expect(page).toHaveURL(/step=review/);
    await expect(page.getByText(NAME)).toBeVisible();
    await good(page);
    await page.locator('main button[class*=large]').click();
    await expect(page).toHaveURL(/receipt/);
    await expect(page.locator('main')).toContainText(/\d{8}-\d{6,10}-\d/);
    const number = (await page.locator('main').innerText()).match(/\d{8}-\d{6,10}-\d/)![0];

    await acted(request, CLERK, number, 'request-correction', {
      missing: [{ materialCode: 'M1', what: '申请书缺少签名' }],
      confirmedRisk: true,
    });
    await page.goto('/account');
    await expect(page.getByText(words.fix)).toBeVisible();
    await good(page);
    await page.locator('main').getByRole('listitem').getByRole('link').click();
    await expect(page.getByText('申请书缺少签名').first()).toBeVisible();
    await attach(page, '#supplement-M1', '签名.pdf');
    await page.locator('section form button[type=submit]').click();
    await expect(page.locator('section form')).toHaveCount(0);
    await good(page);
  });

  test(`hands in nothing that the city has (${language})`, async ({ page, request }) => {
    test.setTimeout(120_000);
    const phone = await registered(request);
    // A company of theirs was registered, and a shop of it has been applied for before.
    const company = await appliedAs(request, phone, 'MAR-LIC-02', ['M1', 'M2', 'M4']);
    await acted(request, CLERK, company, 'accept', { confirmedRisk: true });
    const granted = { decision: 'grant', confirmedRisk: true };
    await acted(request, REVIEWER, company, 'decide', granted);
    await acted(request, CLERK, company, 'close', { confirmedRisk: true });
    await appliedAs(request, phone, 'MAR-LIC-01', ['M1', 'M3'], '东门小吃店');

    await signInAs(page, phone, { language, path: '/account/login?next=%2Fapply%2FMAR-LIC-01' });
    const offered = page.getByRole('region', { name: words.has });
    await expect(offered.getByRole('listitem')).toHaveCount(3);
    await expect(offered).toContainText('东门小吃店');
    await expect(offered).toContainText(/准〔\d{4}〕\d+号/);
    await expect(offered).toContainText('M3.pdf');
    await good(page);
    await page.getByRole('button', { name: words.all }).click();
    await expect(offered.getByText(words.taken, { exact: true })).toHaveCount(3);
    await expect(page.locator('#apply-subject')).toHaveValue('东门小吃店');
    await page.locator('#apply-subject').fill('西门小吃店');
    await good(page);
    await attach(page, '#apply-materials-M1', '申请书.pdf');
    await page.locator('main form button[type=submit]').click();
    await expect(page).toHaveURL(/step=review/);
    await expect(page.locator('main')).toContainText(/准〔\d{4}〕\d+号/);
    await good(page);
    await page.locator('main button[class*=large]').click();
    await expect(page).toHaveURL(/receipt/);
    await expect(page.locator('main')).toContainText(/\d{8}-\d{6,10}-\d/);
    const number = (await page.locator('main').innerText()).match(/\d{8}-\d{6,10}-\d/)![0];

    // The clerk sees where it is from, that it stands, and the decision itself.
    await page.context().clearCookies();
    await signIn(page, CLERK, { language, path: `/staff/cases/${number}` });
    const materials = page.locator('#materials');
    await expect(materials.getByText(words.stands)).toHaveCount(2);
    await materials
      .getByRole('button', { name: /准〔\d{4}〕\d+号/ })
      .first()
      .click();
    await expect(page.getByRole('article', { name: '准予行政许可决定书' })).toContainText(NAME);
    await good(page);

    // What a notice asks for is answered by what the city has, too.
    await acted(request, CLERK, number, 'request-correction', {
      missing: [{ materialCode: 'M3', what: '布局图缺少比例尺' }],
      confirmedRisk: true,
    });
    await page.context().clearCookies();
    await signInAs(page, phone, { language });
    await page.goto(`/account/cases/${number}`);
    const instead = page.getByRole('listitem').filter({ hasText: words.instead });
    await instead.getByRole('button', { name: words.take }).last().click();
    await expect(instead.last()).toContainText(words.taken);
    await good(page);
    await page.locator('section form button[type=submit]').click();
    await expect(page.locator('section form')).toHaveCount(0);
    await good(page);
  });

  test(`hands in once for all departments, and nothing twice (${language})`, async ({
    page,
    request,
  }) => {
    test.setTimeout(120_000);
    const phone = await registered(request);
    await appliedAs(request, phone, 'MAR-LIC-01', ['M1', 'M3'], '东门小吃店');
    await signInAs(page, phone, { language });
    await page.goto('/themes/open-restaurant/apply');
    const offered = page.getByRole('region', { name: words.has });
    await expect(offered.getByRole('listitem')).toHaveCount(2);
    await page.getByRole('button', { name: words.all }).click();
    await expect(offered.getByText(words.taken, { exact: true })).toHaveCount(2);
    await expect(page.locator('input[name=name]')).toHaveCount(0);
    for (const group of await page.getByRole('group').all()) {
      const no = group.getByRole('radio', { name: words.no, exact: true });
      if (await no.count()) await no.check();
    }
    await expect(offered.getByText(words.taken, { exact: true })).toHaveCount(2);
    await good(page);
    const files = await page.locator('input[type=file]').all();
    for (const file of files) {
      const label = (await file.getAttribute('aria-label')) ?? '';
      if (!/布局和操作|floor plan/i.test(label)) await file.setInputFiles(pdf());
    }
    await expect(page.getByText('申请书.pdf')).toHaveCount(files.length - 1);
    await page.getByRole('button', { name: words.send }).click();
    await expect(page.getByRole('heading', { name: words.sent })).toBeVisible();
    await good(page);
  });

  test(`sees what the account has, and leaves (${language})`, async ({ page, request }) => {
    await signInAs(page, await registered(request), { language });
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
    await page.goto('/account/profile');
    await expect(page.locator('#account-name')).toBeVisible();
  });

  test(`signs in with a second factor (${language})`, async ({ page, request }) => {
    const phone = await registered(request);
    const headers = await authorization(request, phone);
    const begun = await request.post('/api/v1/auth/factors/authenticator', {
      headers,
      data: { password: PASSWORD },
    });
    const confirmed = await request.post('/api/v1/auth/factors/authenticator/confirmation', {
      headers,
      data: { code: codeOfTheApp((await begun.json()).key) },
    });
    expect(confirmed.status(), await confirmed.text()).toBe(200);
    const { recoveryCodes } = await confirmed.json();

    await open(page, '/account/login?next=%2Faccount%2Fprofile', { language });
    await enterAs(page, phone, 'not the password');
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(page.locator('#code-code')).toHaveCount(0);
    await enterAs(page, phone);
    const field = page.locator('#code-code');
    await expect(field).toBeVisible();
    await good(page);
    await field.fill('not a code');
    await field.press('Enter');
    await expect(page.locator('#code-code-error')).toBeVisible();
    await good(page);
    await field.fill(recoveryCodes[0]);
    await field.press('Enter');
    await expect(page).toHaveURL(/\/account\/profile$/);
    await expect(page.getByText(phone).first()).toBeVisible();
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
