import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import { CATALOGUE, pdf, signIn, signOut, token } from './support/casework';
import { expect, expectAccessible, expectContained, LANGUAGES, open, test } from './support/page';

const WORDS = {
  'zh-CN': {
    apply: '一次申请',
    no: '不要',
    organisation: /企业|组织|法人/,
    word: '以承诺代替证明（告知承诺）',
    send: '提交联合申请',
    submitted: '联合申请已提交',
    track: '查询进度',
    gathering: '各部门正在核对材料',
    lacking: '缺少下列材料',
    submit: '提交说明',
    notice: '发出一次性告知',
    supplement: '一次提交补正',
    accepted: '各部门正在同步办理',
    convene: '召集联审会议',
    call: '发出通知',
    part: '在联合申请中办理',
    risk: '已阅知本环节廉政风险点的防控措施',
  },
  en: {
    apply: 'Apply once',
    no: 'No',
    organisation: /organisation/i,
    word: 'Promise instead of proof',
    send: 'Submit the joint application',
    submitted: 'The joint application has been submitted',
    track: 'Track it',
    gathering: 'The departments are checking the materials',
    lacking: 'These things are missing',
    submit: 'Submit',
    notice: 'Send the one notice',
    supplement: 'Hand in everything',
    accepted: 'All departments are at work',
    convene: 'Convene a joint meeting',
    call: 'Send the call',
    part: 'Go on in the joint application',
    risk: "I have read the safeguards for this step's integrity risk",
  },
} as const;

const LEAD = 'mar.window1';
const JOINED = 'hou.window1';

/** The lead and the joined department say that theirs is complete, as their programs would. */
async function state(
  request: APIRequestContext,
  account: string,
  number: string,
  cases: { caseNumber: string; department: string }[],
) {
  const bearer = await token(request, account);
  for (const one of cases) {
    const answer = await request.post(`/api/v1/joint-applications/${number}/statements`, {
      headers: { Authorization: `Bearer ${bearer}`, 'Idempotency-Key': randomUUID() },
      data: { caseNumber: one.caseNumber, missing: [], confirmedRisk: true },
    });
    expect(answer.status()).toBe(200);
  }
}

for (const language of LANGUAGES) {
  const words = WORDS[language];
  test(`a restaurant takes one application (${language})`, async ({ page, request }) => {
    test.slow();
    await open(page, '/themes/open-restaurant', { language });
    await expectAccessible(page);
    await expectContained(page);
    await page.getByRole('link', { name: words.apply }).click();

    await expect(page.locator('input[name=sign]').first()).toBeAttached();
    for (const group of await page.getByRole('group').all()) {
      const no = group.getByRole('radio', { name: words.no, exact: true });
      if (await no.count()) await no.check();
    }
    await page.locator('input[name=kind][value=organisation]').check();
    await page.locator('input[name=name]').fill('晴川味道餐饮有限公司');
    await page.locator('input[name=phone]').fill('13800138000');
    const files = await page.locator('input[type=file]').all();
    await page.locator('input[name=identityNumber]').fill('91350100M000100Y43');
    await page.getByRole('checkbox', { name: words.word }).check();
    // What the promise stands for doesn't come.
    const given = [];
    for (const file of files) {
      const label = (await file.getAttribute('aria-label')) ?? '';
      if (!/预处理|pre-treatment/.test(label)) given.push(file);
    }
    expect(given).toHaveLength(files.length - 1);
    for (const file of given) await file.setInputFiles(pdf());
    await expect(page.getByText('申请书.pdf')).toHaveCount(given.length);
    await page.getByRole('button', { name: words.send }).click();
    await expect(page.locator('[id="joint-promise.signedName-error"]')).toBeVisible();
    await page.locator('input[name="promise.signedName"]').fill('晴川味道餐饮有限公司');
    await expectAccessible(page);
    await expectContained(page);
    await page.getByRole('button', { name: words.send }).click();

    await expect(page.getByRole('heading', { name: words.submitted })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: words.track }).click();
    await expect(page.getByRole('heading', { name: words.gathering })).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    const tracking = page.url();
    const [number = '', code = ''] = tracking.split('#')[1]!.split('/');
    const tracked = await (
      await request.post('/api/v1/joint-tracking', {
        data: { jointNumber: number, trackingCode: code },
      })
    ).json();
    const cases: { caseNumber: string; department: string }[] = tracked.lanes.map(
      (lane: { caseNumber: string; department: { code: string } }) => ({
        caseNumber: lane.caseNumber,
        department: lane.department.code,
      }),
    );
    const of = (department: string) => cases.filter((one) => one.department === department);

    // A joined department comes from its own case page and says what is missing.
    await signIn(page, JOINED, { language, path: `/staff/cases/${of('hou')[0]!.caseNumber}` });
    await page.getByRole('link', { name: words.part }).click();
    await page.getByRole('radio', { name: words.lacking }).check();
    await page.getByRole('textbox').fill('排水管网接入示意图缺少检查井位置');
    await page.getByRole('checkbox', { name: words.risk }).check();
    await expectAccessible(page);
    await expectContained(page);
    await page.getByRole('button', { name: words.submit, exact: true }).click();
    await expect(page.getByText('排水管网接入示意图缺少检查井位置')).toBeVisible();
    await signOut(page);

    // The lead states its own, invites to a meeting and tells the applicant once.
    await state(request, LEAD, number, of('mar'));
    await signIn(page, LEAD, { language, path: `/staff/joint/${number}` });
    await page.getByText(words.convene).click();
    await page.locator('input[type=datetime-local]').fill('2099-01-05T09:30');
    await page.locator('form input[type=text]').fill('政务服务中心三楼');
    await page.locator('form input[type=checkbox]').last().check();
    await page.getByRole('button', { name: words.call }).click();
    await expect(page.getByRole('heading', { name: /政务服务中心三楼/ })).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await page.getByRole('button', { name: words.notice }).click();
    await expect(page.getByRole('button', { name: words.notice })).toHaveCount(0);
    await signOut(page);

    // The applicant supplements once, and all are accepted together.
    await page.goto('/');
    await page.goto(tracking);
    await expect(page.getByRole('button', { name: words.supplement })).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await page.getByRole('button', { name: words.supplement }).click();
    await expect(page.getByRole('heading', { name: words.gathering })).toBeVisible();
    await state(request, LEAD, number, of('mar'));
    await state(request, JOINED, number, of('hou'));
    await expect(page.getByRole('heading', { name: words.accepted })).toBeVisible({
      timeout: 20_000,
    });
    await expectAccessible(page);
    await expectContained(page);
  });
}

test('a theme is changed from a day on', async ({ page }) => {
  await signIn(page, CATALOGUE, { path: '/staff/administration/themes' });
  await expectAccessible(page);
  await page.getByRole('link', { name: '开一家餐馆' }).click();
  await page.getByLabel('各部门核对材料的工作日').fill('2');
  await page.getByLabel('生效日期').fill('2099-01-01');
  await page.getByRole('button', { name: '预览' }).click();
  await expect(page.getByRole('table')).toContainText('核对材料的工作日');
  await expectAccessible(page);
  await expectContained(page);
});
