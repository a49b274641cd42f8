import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import { messageTo } from './support/citizens';
import { signIn, signOut, token } from './support/casework';
import {
  expect,
  expectAccessible,
  expectContained,
  LANGUAGES,
  open,
  shoot,
  test,
} from './support/page';

const DEPARTMENT = 'urb';
const LAST_YEAR = new Date().getFullYear() - 1;

/** A duty of last year, which is late by now, so that this walk has one of its own to fulfil. */
async function duty(request: APIRequestContext, title: string): Promise<string> {
  const code = `walk-${randomUUID().slice(0, 8)}`;
  const answer = await request.put(`/api/v1/disclosure-duties/${code}`, {
    headers: { Authorization: `Bearer ${await token(request, 'das.administrator')}` },
    data: {
      departmentCode: DEPARTMENT,
      category: 'expenses',
      title,
      titleEn: title,
      timing: 'regular',
      every: 'year',
      limit: 5,
      unit: 'days',
      ground: '政府信息公开条例第二十条第（七）项',
      fromOn: `${LAST_YEAR}-01-01`,
    },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return code;
}

for (const language of LANGUAGES) {
  const english = language === 'en';

  test(`a late duty is seen by everybody and then fulfilled (${language})`, async ({
    page,
    request,
  }, { project }) => {
    const shot = (name: string) => shoot(page, `disclosures-${name}-${project.name}-${language}`);
    const title = `公务用车公示${randomUUID().slice(0, 6)}`;
    await duty(request, title);

    await open(page, '/disclosures', { language });
    await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('list');
    const size = page.viewportSize()!;
    await page.setViewportSize({ width: Math.min(1024, size.width), height: size.height });
    await expectContained(page);
    await shot('narrower');
    await page.setViewportSize(size);
    await page
      .getByRole('main')
      .getByRole('link', { name: english ? 'Late' : '逾期未公开' })
      .first()
      .click();
    await page.getByLabel(english ? 'Department' : '部门').selectOption(DEPARTMENT);
    const late = page.getByRole('row').filter({ hasText: title });
    await expect(late).toContainText(english ? 'Not yet' : '尚未公开');
    await expectAccessible(page);
    await expectContained(page);
    await shot('late');

    // Drafted by one, from the duty that is late.
    await signIn(page, `${DEPARTMENT}.reviewer1`, { language, path: '/staff/disclosures' });
    const open_ = page.getByRole('listitem').filter({ hasText: title }).first();
    await expect(open_).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('desk');
    await open_.getByRole('link').click();
    await page.locator('#publication-body').fill('# 车辆\n保有量12辆。\n- 运行费用41万元');
    await expectAccessible(page);
    await expectContained(page);
    await shot('form');
    await page.getByRole('button', { name: english ? 'Save' : '保存' }).click();
    // With a file, whose text is read at once; what looks personal in it is shown.
    const inFile = `号牌晴A${randomUUID().slice(0, 5)}`;
    await page.locator('#publication-file').setInputFiles({
      name: '车辆清单.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`车辆,编号,联系人\n轿车,${inFile},13800138000\n`),
    });
    await expect(page.getByText(english ? 'Can be searched' : '可搜索')).toBeVisible();
    await page.getByText(english ? /looks personal/ : /疑似个人信息/).click();
    await expect(page.getByText('13800138000')).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('files');
    await page.getByRole('button', { name: english ? 'Hand in for review' : '送审' }).click();
    await page.getByRole('dialog').locator('button[type=submit]').click();
    await expect(page.getByText(english ? 'In review' : '待审').first()).toBeVisible();
    const address = new URL(page.url()).pathname;
    await signOut(page);

    // Approved by another.
    await signIn(page, `${DEPARTMENT}.approver1`, { language, path: address });
    await page.getByRole('button', { name: english ? 'Approve and release' : '批准发布' }).click();
    await expectAccessible(page);
    await shot('approve');
    await page.getByRole('dialog').locator('button[type=submit]').click();
    const publicPage = page.getByRole('link', {
      name: english ? 'See the public page' : '查看公开页面',
    });
    await expect(publicPage).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('released');

    // Everybody reads it, finds it, and sees that it was late.
    await publicPage.click();
    await expect(page.getByRole('heading', { name: '车辆' })).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('published');
    await page.goto(`/disclosures?q=${encodeURIComponent(title)}`);
    await expect(page.getByRole('main').getByRole('link', { name: title })).toBeVisible();
    const saved = page.waitForEvent('download');
    await page.goto(`/disclosures?q=${encodeURIComponent(inFile)}`);
    await expect(page.locator('mark').first()).toBeVisible();
    await expectContained(page);
    await shot('found-in-file');
    await page.getByRole('link', { name: /车辆清单\.csv/ }).click();
    expect((await saved).suggestedFilename()).toBe('车辆清单.csv');
    await page.goto(`/disclosures/departments/${DEPARTMENT}`);
    const fulfilled = page.getByRole('row').filter({ hasText: `${title} ${LAST_YEAR}` });
    await expect(fulfilled).toContainText(english ? 'Done late' : '逾期后公开');
    await expectAccessible(page);
    await expectContained(page);
    await shot('department');
  });

  test(`what was corrected or withdrawn says so (${language})`, async ({ page }, { project }) => {
    const shot = (name: string) => shoot(page, `disclosures-${name}-${project.name}-${language}`);
    await open(page, `/disclosures?q=${encodeURIComponent('罗丹明')}`, { language });
    await expect(page.getByRole('link', { name: /抽检不合格名单\.pdf/ })).toBeVisible();
    await page.goto(`/disclosures?q=${encodeURIComponent('三公经费預算')}`);
    await expect(page.locator('mark').first()).toBeVisible();
    await expectAccessible(page);
    await shot('found');
    await page
      .getByRole('main')
      .getByRole('link', { name: english ? /Budget for travel/ : /“三公”经费预算/ })
      .first()
      .click();
    await expect(page.getByText('公务接待费数字录入有误')).toBeVisible();
    await page.locator('summary').click();
    await expectAccessible(page);
    await expectContained(page);
    await shot('corrected');
  });

  test(`publications come by e-mail to whoever confirms (${language})`, async ({ page }, {
    project,
  }) => {
    const shot = (name: string) => shoot(page, `subscription-${name}-${project.name}-${language}`);
    const address = `reader-${randomUUID().slice(0, 8)}@example.com`;
    await open(page, '/subscriptions', { language });
    await page.getByRole('button', { name: english ? 'Subscribe' : '订阅' }).click();
    await expect(page.locator('#subscription-email-error')).toBeVisible();
    await page.locator('#subscription-email').fill(address);
    await page
      .getByText(english ? /Only these categories/ : /只要这些目录/)
      .first()
      .click();
    await page
      .getByRole('checkbox', { name: english ? 'Environment' : '环境保护', exact: true })
      .check();
    await expectAccessible(page);
    await expectContained(page);
    await shot('form');
    await page.getByRole('button', { name: english ? 'Subscribe' : '订阅' }).click();
    await expect(
      page.getByRole('heading', { name: english ? 'Look into your mail' : '请查收邮件' }),
    ).toBeVisible();
    const key = await messageTo(address, /#token=([\w-]{27})/);
    await page.goto(`/subscriptions?again#token=${key}`);
    await page.getByRole('button', { name: english ? 'Confirm' : '确认订阅' }).click();
    await expect(page.getByText(english ? /is subscribed/ : /已订阅/)).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('kept');
    await page.getByRole('button', { name: english ? 'Unsubscribe' : '退订' }).click();
    await expect(page.getByText(english ? /address is forgotten/ : /邮箱地址已删除/)).toBeVisible();
    await expectAccessible(page);
  });
}
