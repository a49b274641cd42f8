import {
  act,
  acted,
  applied,
  APPROVER,
  attach,
  CLERK,
  ITEM,
  pdf,
  REVIEWER,
  signIn,
  signOut,
  trackingPath,
} from './support/casework';
import { expect, expectContained, open, test } from './support/page';

test('a guest applies, and everybody sees the case through to its end', async ({
  page,
  browser,
  context,
}) => {
  test.setTimeout(180_000);
  await open(page, `/services/${ITEM}`);
  await page.getByRole('link', { name: '在线申请' }).click();
  await page.getByLabel('个人', { exact: true }).check();
  await page.getByLabel('姓名').fill('王小明');
  await page.getByLabel('联系电话').fill('138 0013 8000');
  await page.getByLabel('您要办什么？').fill('新装一台电梯，办理使用登记。');
  for (const code of ['M1', 'M3']) {
    await attach(page, `#apply-materials-${code}`, `${code}.pdf`);
  }
  await expectContained(page);
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('核对并提交');
  await expect(page.getByText('王小明')).toBeVisible();
  await page.getByRole('button', { name: '确认提交' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('申请已提交');
  await expect(page.getByRole('img', { name: /二维码/ })).toBeVisible();
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  const number = (await page.getByText(/^\d{8}-\d{6,}-\d$/).textContent())!;
  // The code is told once; a reload must not lose it.
  await page.reload();
  await expect(page.getByText(number)).toBeVisible();
  await page.getByRole('link', { name: '查看进展' }).click();
  const headline = page.getByRole('heading', { level: 1 });
  await expect(headline).toHaveText('已提交，等待受理');

  const board = await context.newPage();
  await board.setViewportSize({ width: 1920, height: 1080 });
  await board.goto('/board/all?rows=16');
  const row = board.locator('li', { hasText: number });
  await expect(row).toContainText('已提交');

  const desk = await (await browser.newContext()).newPage();
  const turn = async (account: string, action: string, grant = false) => {
    await signIn(desk, account, { path: `/staff/cases/${number}` });
    await act(desk, action, async (dialog) => {
      if (grant) await dialog.getByLabel(/^准予/).check();
    });
    await expect(desk.getByRole('dialog')).toBeHidden();
    await expect(desk.getByText('已完成：')).toBeVisible();
    await signOut(desk);
  };
  await turn(CLERK, '予以受理');
  await expect(headline).toHaveText('正在办理：审核', { timeout: 30_000 });
  await expect(row).toContainText('办理中');
  await turn(REVIEWER, '完成本环节');
  await turn(APPROVER, '作出决定', true);
  await turn(CLERK, '办结');
  await expect(headline).toHaveText('已办结', { timeout: 30_000 });
  await expect(row).toContainText('已办结');
  await expect(page.getByText('按时办结')).toBeVisible();
});

test('what is wrong is said at once, leads to its field, and goes when it is mended', async ({
  page,
}) => {
  await open(page, `/apply/${ITEM}`);
  await page.getByRole('button', { name: '下一步：核对' }).click();
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveCount(5);
  await summary.getByRole('link', { name: '请填写姓名' }).click();
  const name = page.getByLabel('姓名');
  await expect(name).toBeFocused();
  await name.fill('王小明');
  await expect(summary.getByRole('link')).toHaveCount(4);
});

test('says why a file is not taken, and takes another', async ({ page }) => {
  await open(page, `/apply/${ITEM}`);
  const input = page.locator('#apply-materials-M1');
  await input.setInputFiles({
    name: '其实是程序.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('MZ\u0090\u0000\u0003 this is no document'),
  });
  await expect(page.getByRole('alert')).toContainText(/PDF/);
  await input.setInputFiles({
    name: '太大.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.alloc(10 * 1024 * 1024 + 1),
  });
  await expect(page.getByText(/超过了10 MB/)).toBeVisible();
  await input.setInputFiles(pdf('第一份.pdf'));
  await expect(page.getByText('第一份.pdf')).toBeVisible();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '更换文件：第一份.pdf' }).click();
  await (await chooser).setFiles(pdf('第二份.pdf'));
  await expect(page.getByText('第二份.pdf')).toBeVisible();
  await expect(page.getByText('第一份.pdf')).toHaveCount(0);
  await page.getByRole('button', { name: '移除文件：第二份.pdf' }).click();
  await expect(page.getByText('第二份.pdf')).toHaveCount(0);
});

test('a network that drops loses nothing and doubles nothing', async ({ page }) => {
  await open(page, `/apply/${ITEM}`);
  await page.getByLabel('个人', { exact: true }).check();
  await page.getByLabel('姓名').fill('李四海');
  await page.getByLabel('联系电话').fill('13900139000');
  for (const code of ['M1', 'M3']) {
    await attach(page, `#apply-materials-${code}`, `${code}.pdf`);
  }
  await page.getByRole('button', { name: '下一步：核对' }).click();

  // The application arrives, its answer doesn't.
  let number: string | undefined;
  await page.route('**/api/v1/applications', async (route) => {
    const answer = await route.fetch();
    number = (await answer.json()).caseNumber;
    await route.abort('connectionreset');
  });
  await page.getByRole('button', { name: '确认提交' }).click();
  await expect(page.getByRole('alert')).toContainText('网络连接不上');
  await page.unroute('**/api/v1/applications');

  // A reload keeps what was filled in, and the second attempt is the same application.
  await page.reload();
  await expect(page.getByText('李四海')).toBeVisible();
  await page.getByRole('button', { name: '确认提交' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('申请已提交');
  expect(number).toBeDefined();
  await expect(page.getByText(number!)).toBeVisible();
});

test('a wrong number and a wrong code are told alike', async ({ page, request }) => {
  const keys = await applied(request);
  await open(page, '/track');
  const find = async (number: string, code: string) => {
    await page.getByLabel('办件编号').fill(number);
    await page.getByLabel('查询码').fill(code);
    await page.getByRole('button', { name: '查询', exact: true }).click();
  };
  const summary = page.getByRole('alert');
  await find(keys.number, '00000-00000');
  await expect(summary).toContainText('没有查到');
  const said = await summary.textContent();
  await find('20200101-000001-0', keys.code);
  await expect(summary).toHaveText(said!);
  expect(page.url()).not.toContain(keys.code);
  await find(keys.number, keys.code.toLowerCase().replace('-', ' '));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('已提交，等待受理');
  expect(page.url()).not.toContain(keys.code);
});

test('a due date opens day by day, with the law', async ({ page, request }) => {
  await open(page, trackingPath(await applied(request)));
  await page.getByText('逐日查看').click();
  const days = page.locator('#deadline ol > li');
  await expect(days.first()).toContainText('当天不计');
  await expect(days.last()).toContainText('到期');
  await page.getByText(/^法律依据/).click();
  await expect(page.locator('#deadline blockquote').first()).toBeVisible();
  await expectContained(page);
});

test('a correction is asked for, and what is missing handed in', async ({
  page,
  request,
  browser,
}) => {
  const keys = await applied(request);
  const desk = await (await browser.newContext()).newPage();
  await signIn(desk, CLERK, { path: `/staff/cases/${keys.number}` });
  await act(desk, '告知补正', async (dialog) => {
    await dialog.getByRole('checkbox').first().check();
    await dialog.getByRole('textbox').first().fill('申请书第二页没有签名，请签名后重新提交。');
  });
  await expect(desk.getByText('已完成：')).toBeVisible();

  await open(page, trackingPath(keys));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('需要您补充材料');
  const correction = page.getByRole('region', { name: '请补充下列材料' });
  await expect(correction).toContainText('第二页没有签名');
  await correction.getByRole('button', { name: '提交补充材料' }).click();
  await expect(correction.getByRole('alert')).toContainText('请先上传');
  await attach(correction, 'input[type=file]', '已签名.pdf');
  await correction.getByRole('button', { name: '提交补充材料' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('已提交，等待受理');
  await expect(page.getByText('已签名.pdf')).toBeVisible();
});

test('an application is taken back after one more question', async ({ page, request }) => {
  await open(page, trackingPath(await applied(request)));
  await page.getByRole('button', { name: /撤回申请/ }).click();
  await page.getByRole('button', { name: '不撤回' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('button', { name: /撤回申请/ }).click();
  await page.getByRole('button', { name: '确定撤回' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('申请已撤回');
});

test('says what a colleague did meanwhile instead of doing it twice', async ({ page, request }) => {
  const keys = await applied(request);
  await signIn(page, CLERK, { path: `/staff/cases/${keys.number}` });
  await page.getByRole('button', { name: '不予受理', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await acted(request, 'mar.window2', keys.number, 'accept', {
    outcome: 'pass',
    confirmedRisk: true,
  });
  await dialog.getByLabel('理由或说明').fill('不属于本部门职责。');
  const risk = dialog.locator('#act-confirmedRisk');
  if (await risk.count()) await risk.check();
  await dialog.locator('button[type=submit]').click();
  await expect(dialog).toBeHidden();
  const notice = page.getByRole('alert');
  await expect(notice).toContainText('没有办成');
  await expect(notice).toContainText('予以受理');
  await page.getByRole('button', { name: '知道了，看最新情况' }).click();
  await expect(page.getByText('当前环节：审核')).toBeVisible();
});

test('says why others than the right post cannot act, and lets them read', async ({
  page,
  request,
}) => {
  const keys = await applied(request);
  await signIn(page, REVIEWER, { path: `/staff/cases/${keys.number}` });
  await expect(page.getByText(/窗口受理岗.*您不在该岗位/)).toBeVisible();
  await expect(page.getByRole('button', { name: '予以受理' })).toHaveCount(0);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^下载/ }).first().click();
  expect((await download).suggestedFilename()).toBe('申请书.pdf');
});
