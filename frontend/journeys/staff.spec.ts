import { applied, CATALOGUE, CLERK, signIn, signOut } from './support/casework';
import { expect, expectContained, open, test } from './support/page';

test('staff sign in, stay signed in over a reload, and sign out', async ({ page }) => {
  await open(page, '/staff?due=later');
  await page.locator('#login-account').fill(CLERK);
  await page.locator('#login-password').fill('wrong');
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('alert')).toContainText('账号或密码不正确');
  await signIn(page, CLERK);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('我的待办');
  // No script of another page finds the token.
  expect(
    await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage })),
  ).not.toContain('eyJ');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('我的待办');
  await signOut(page);
  await page.goto('/staff');
  await expect(page).toHaveURL(/\/staff\/login/);
});

test('the task list keeps its filters in the address and finds a case', async ({
  page,
  request,
}) => {
  const { number } = await applied(request);
  await signIn(page, CLERK);
  await page.getByLabel('状态').selectOption('submitted');
  await expect(page).toHaveURL(/state=submitted/);
  await page.getByLabel('办件编号或事项名称').fill(number);
  await expect(page).toHaveURL(new RegExp(`q=${number}`));
  const rows = page.locator('main ol > li');
  await expect(rows).toHaveCount(1);
  await page.reload();
  await expect(rows).toHaveCount(1);
  await expect(page.getByLabel('状态')).toHaveValue('submitted');
  await expectContained(page);
  await rows.getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`/staff/cases/${number}`));
  await expect(page.getByRole('heading', { name: '现在可以办理' })).toBeVisible();
});

test('a list with an error is told by row and column, then taken', async ({ page }, {
  project,
}) => {
  const unique = `JRN-${project.name.toUpperCase()}-${Date.now()}`;
  const csv = (type: string) => ({
    name: '清单.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      '事项编码,事项名称,事项类型,部门,区划代码\n' +
        `${unique}-1,旅程测试事项一,公共服务,晴川市市场监督管理局,990100000000\n` +
        `${unique}-2,旅程测试事项二,${type},晴川市市场监督管理局,990100000000\n`,
    ),
  });
  await signIn(page, CATALOGUE, { path: '/staff/imports' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('清单导入');
  const file = page.locator('#import-file');
  await file.setInputFiles(csv('行政魔法'));
  await page.getByRole('button', { name: '试运行', exact: true }).click();
  await expect(page.getByRole('heading', { name: '有错误，没有写入任何内容' })).toBeVisible();
  const error = page.getByRole('table', { name: '错误清单' }).getByRole('row').last();
  await expect(error).toContainText('3');
  await expect(error).toContainText('事项类型');
  await expect(error).toContainText('行政魔法');
  await expectContained(page);

  await file.setInputFiles(csv('公共服务'));
  await page.getByRole('button', { name: '试运行', exact: true }).click();
  await expect(page.getByRole('heading', { name: '试运行通过，还没有写入' })).toBeVisible();
  await page.getByRole('button', { name: '正式导入' }).click();
  await expect(page.getByRole('heading', { name: '导入完成' })).toBeVisible();
  await page.goto(`/services/${unique}-2`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('旅程测试事项二');
});
