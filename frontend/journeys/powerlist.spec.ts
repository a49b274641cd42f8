import { expect, expectAccessible, expectContained, LANGUAGES, open, test } from './support/page';

const FOOD = '/services/MAR-LIC-01';

test('finds a service by pinyin initials and opens it', async ({ page }) => {
  await open(page, '/');
  const box = page.getByRole('combobox');
  await box.pressSequentially('spjy');
  const first = page.getByRole('option').first();
  await expect(first).toContainText('食品经营许可');
  await box.press('ArrowDown');
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await box.press('Enter');
  await expect(page).toHaveURL(/\/services\/MAR-/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('食品经营');
  await expect(page.locator('main')).toBeFocused();
});

test('Escape closes the suggestions and Enter searches', async ({ page }) => {
  await open(page, '/');
  const box = page.getByRole('combobox');
  await box.fill('食品');
  await expect(page.getByRole('listbox')).toBeVisible();
  await box.press('Escape');
  await expect(page.getByRole('listbox')).toBeHidden();
  await box.press('Enter');
  await expect(page).toHaveURL(/\/services\?q=/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('食品');
});

test('keeps the filters in the address', async ({ page }) => {
  await open(page, '/services');
  const total = page.getByRole('main').getByText(/^共/);
  await expect(total).toContainText('共');
  const before = await total.textContent();
  await page.getByLabel('类别').selectOption('licence');
  await expect(page).toHaveURL(/category=licence/);
  await expect(total).not.toHaveText(before ?? '');
  await page.getByLabel('部门').selectOption('mar');
  await expect(page).toHaveURL(/department=mar/);
  await expect(page.locator('main ol[aria-busy=false]')).toBeVisible();
  const count = await page.locator('main ol > li').count();
  expect(count).toBeGreaterThan(0);
  await page.reload();
  await expect(page.getByLabel('类别')).toHaveValue('licence');
  await expect(page.getByLabel('部门')).toHaveValue('mar');
  await expect(page.locator('main ol > li')).toHaveCount(count);
  await page.getByRole('link', { name: '清除筛选' }).click();
  await expect(page).toHaveURL(/\/services$/);
});

test('shows more when asked', async ({ page }) => {
  await open(page, '/services');
  const rows = page.locator('main ol > li');
  await expect(rows).toHaveCount(20);
  await page.getByRole('button', { name: '显示更多' }).click();
  await expect(rows).toHaveCount(40);
});

test('says so when nothing matches', async ({ page }) => {
  await open(page, '/services?q=qqqqzzzzxxxx');
  await expect(page.getByText('没有找到符合条件的事项')).toBeVisible();
});

test('shows everything about an item', async ({ page }) => {
  await open(page, FOOD);
  await expect(page.getByRole('link', { name: '在线申请' })).toHaveAttribute(
    'href',
    '/apply/MAR-LIC-01',
  );
  for (const heading of ['办理流程', '申请材料', '受理条件', '设定依据', '窗口与电话']) {
    await expect(page.getByRole('heading', { level: 2, name: heading })).toBeVisible();
  }
  await expect(page.getByText(/《中华人民共和国食品安全法》/).first()).toBeVisible();
});

test('walks through the flowchart by keyboard', async ({ page }, { project }) => {
  await open(page, FOOD);
  const steps = page.locator('svg [role=button]');
  await expect(steps.first()).toBeVisible();
  await steps.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(steps.nth(1)).toBeFocused();
  await page.keyboard.press('End');
  await expect(steps.last()).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(steps.nth(1)).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('heading', { level: 3, name: '受理' }).first()).toBeVisible();
  if (project.name === 'phone') {
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(steps.nth(1)).toBeFocused();
  }
  await page.getByRole('button', { name: '看文字版' }).click();
  await expect(steps).toHaveCount(0);
  await expect(page.locator('#flow ol > li').first()).toContainText('申请');
});

test('remembers the language', async ({ page }) => {
  await open(page, '/');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What do you need to get done?');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.goto(FOOD);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Food business licence');
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('食品经营许可');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});

test('remembers the elder mode', async ({ page }) => {
  await open(page, '/');
  const size = () =>
    page.locator('h1').evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
  const before = await size();
  await page.getByRole('button', { name: '大字版' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-mode', 'elder');
  expect(await size()).toBeGreaterThan(before * 1.1);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-mode', 'elder');
  await expectContained(page);
});

test('prints a guide without furniture', async ({ page }) => {
  await open(page, FOOD);
  await expect(page.locator('svg [role=button]').first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('contentinfo')).toBeHidden();
  await expect(page.getByRole('link', { name: '在线申请' })).toBeHidden();
  await expect(page.locator('#flow svg').first()).toBeVisible();
  await expect(page.getByText(/打印时间/)).toBeVisible();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(0);
  expect(pages).toBeLessThanOrEqual(5);
});

test('says plainly that a page or an item is not there', async ({ page }) => {
  await open(page, '/no/such/page');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有这个页面');
  await open(page, '/services/NO-SUCH-ITEM');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有这个事项');
});

test('notices a lost network', async ({ page, context }) => {
  await open(page, '/');
  await context.setOffline(true);
  await expect(page.getByText(/网络已断开/)).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText(/网络已断开/)).toBeHidden();
});

test('skips to the content by keyboard', async ({ page }) => {
  await open(page, '/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});

for (const language of LANGUAGES) {
  for (const elder of [false, true]) {
    test(`pages are accessible and contained${elder ? ', elder' : ''} (${language})`, async ({
      page,
    }) => {
      // Six pages, each looked at as a whole, on whatever machine this runs.
      test.setTimeout(300_000);
      for (const path of ['/', '/services', '/services?q=食品', FOOD, '/services/NONE', '/none']) {
        await open(page, path, { language, elder });
        await expect(page.locator('main [role=status] span[aria-hidden]')).toHaveCount(0);
        await expectAccessible(page);
        await expectContained(page);
      }
    });
  }
}
