import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import { pdf, signIn, token } from './support/casework';
import { expect, expectAccessible, expectContained, LANGUAGES, open, test } from './support/page';

const WORDS = {
  'zh-CN': {
    register: '登记项目',
    registered: '项目已登记',
    openIt: '查看项目，申请第一阶段',
    begin: '申请这个阶段',
    ready: '可以申请',
    waiting: '等待前置',
    taken: '项目信息已自动带入，不用再填',
    filed: '不在，办理备案',
    below: '达不到',
    send: '提交联合申请',
    done: '已经提交，各部门同步办理：',
    running: '办理中',
    needed: '须先取得：',
    again: '再次申请未获准予的事项',
    refused: '有事项未获准予或者已被撤销',
    way: '投资项目',
  },
  en: {
    register: 'Register a project',
    registered: 'The project is registered',
    openIt: 'Open the project and apply for its first phase',
    begin: 'Apply for this phase',
    ready: 'Can begin',
    waiting: 'Waiting',
    taken: 'What the project says has been taken over; nothing to type again',
    filed: 'No, it is filed',
    below: 'No',
    send: 'Submit the joint application',
    done: 'Submitted; all departments are at work:',
    running: 'Under way',
    needed: 'These are needed first:',
    again: 'Apply again for what was not granted',
    refused: 'Something was not granted or has been revoked',
    way: 'Investment projects',
  },
} as const;

/** A department's window refuses a case, or says that it is complete; as its programs would. */
async function post(request: APIRequestContext, account: string, path: string, data: object) {
  const bearer = await token(request, account);
  const answer = await request.post(path, {
    headers: { Authorization: `Bearer ${bearer}`, 'Idempotency-Key': randomUUID() },
    data,
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

for (const language of LANGUAGES) {
  const words = WORDS[language];
  test(`a building project goes from phase to phase (${language})`, async ({ page, request }) => {
    test.slow();
    await open(page, '/projects', { language });
    await expectAccessible(page);
    await expectContained(page);
    await page.getByRole('link', { name: words.register }).click();

    const name = `晴川光谷研发楼${language === 'en' ? '二' : '一'}期`;
    await page.locator('input[name=name]').fill(name);
    await page.locator('input[name=site]').fill('霁月区科创大道以西');
    await page.locator('textarea[name=scale]').fill('研发楼一栋，建筑面积12000平方米');
    await page.locator('input[name=investment]').fill('8600.5');
    await page.locator('input[name=applicantName]').fill('晴川光谷科技有限公司');
    await page.locator('input[name=creditCode]').fill('91990100MA3UNLT004');
    await page.locator('input[name=phone]').fill('13800138000');
    await expectAccessible(page);
    await expectContained(page);
    await page.locator('main form button[type=submit]').click();
    await expect(page.getByRole('heading', { name: words.registered })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: words.openIt }).click();

    // At a glance: the first can begin, the others say what they wait for.
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
    await expect(page.getByText(words.ready, { exact: true })).toHaveCount(1);
    await expect(page.getByText(words.waiting, { exact: true })).toHaveCount(3);
    await expect(page.getByText(words.needed)).toHaveCount(3);
    await expectAccessible(page);
    await expectContained(page);
    const [code = '', tracking = ''] = page.url().split('#')[1]!.split('/');

    // Only what the phase itself asks is asked.
    await page.getByRole('button', { name: words.begin }).click();
    await expect(page.getByText(words.taken)).toBeVisible();
    await expect(page.locator('input[name=name], input[name=phone]')).toHaveCount(0);
    await page.getByRole('radio', { name: words.filed }).check();
    await page.getByRole('radio', { name: words.below, exact: true }).check();
    const files = await page.locator('input[type=file]').all();
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) await file.setInputFiles(pdf());
    await expect(page.getByText('申请书.pdf')).toHaveCount(files.length);
    await expectAccessible(page);
    await expectContained(page);
    await page.getByRole('button', { name: words.send }).click();
    await expect(page.getByText(words.done)).toBeVisible();
    await expect(page.getByText(words.running, { exact: true }).first()).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);

    // One case is taken back: it shows at once, and can be applied for again when all has ended.
    const tracked = await (
      await request.post('/api/v1/project-tracking', {
        data: { projectCode: code, trackingCode: tracking },
      })
    ).json();
    const [land] = tracked.project.phases;
    const number: string = land.applications[0].jointNumber;
    for (const item of land.items) {
      await post(
        request,
        `${item.department.code}.window1`,
        `/api/v1/joint-applications/${number}/statements`,
        { caseNumber: item.caseNumber, missing: [], confirmedRisk: true },
      );
    }
    const withdrawn = await request.post('/api/v1/joint-tracking/withdrawals', {
      headers: { 'Idempotency-Key': randomUUID() },
      data: { jointNumber: number, trackingCode: tracking, reason: '方案调整' },
    });
    expect(withdrawn.status()).toBe(200);
    await page.reload();
    await expect(page.getByRole('button', { name: words.again })).toBeVisible();
    await expect(page.getByText(words.refused)).toBeVisible();
    await expectAccessible(page);

    // Everybody sees name, phases and states; nobody who applies.
    await page.goto(`/projects/${code}`);
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
    await expect(page.getByText('晴川光谷科技有限公司')).toHaveCount(0);
    await expectAccessible(page);
    await expectContained(page);

    // The lead department has it among its projects, with its state by phase.
    await signIn(page, 'nat.window1', { language, path: '/staff/projects' });
    await expectAccessible(page);
    await expectContained(page);
    await page.getByRole('link', { name }).first().click();
    await expect(page.getByText(number)).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
  });
}
