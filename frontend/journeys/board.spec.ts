import { applied } from './support/casework';
import { expect, expectContained, test } from './support/page';

test('all screens can be chosen from', async ({ page }) => {
  await page.goto('/board');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('电子屏');
  await expectContained(page);
  // One without a playlist, so that it shows cases at any hour.
  await page.getByRole('link', { name: '望川区政务服务中心' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('望川区政务服务中心');
  await expect(page.getByText('演示：虚构城市，模拟办件')).toBeVisible();
  await expect(page.locator('main ol > li').first()).toBeVisible();
});

test('a new state comes to the board by itself', async ({ page, request }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto('/board/all?rows=16');
  await expect(page.locator('[data-line=live]')).toBeVisible();
  const { number } = await applied(request);
  await expect(page.locator('li', { hasText: number })).toContainText('已提交');
});

test('with the network cut it keeps its state with its age, and catches up when it is back', async ({
  page,
  context,
  request,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto('/board/all?rows=16');
  await expect(page.locator('[data-line=live]')).toBeVisible();
  await page.evaluate(() => Object.assign(window, { sameSince: 'before the cut' }));
  const rows = page.locator('main ol > li');
  const shown = await rows.count();
  expect(shown).toBeGreaterThan(0);

  await context.setOffline(true);
  await expect(page.locator('[data-line=lost]')).toContainText(
    /\d+ (秒|分钟)前的状态 · 网络中断，正在重连/,
  );
  expect(await rows.count()).toBe(shown);
  const { number } = await applied(request);
  await page.waitForTimeout(2_500);
  await expect(page.locator('li', { hasText: number })).toHaveCount(0);

  await context.setOffline(false);
  await expect(page.locator('li', { hasText: number })).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('[data-line=live]')).toBeVisible({ timeout: 30_000 });
  expect(await page.evaluate(() => (window as { sameSince?: string }).sameSince)).toBe(
    'before the cut',
  );
});

test('a screen that does not exist says so', async ({ page }) => {
  await page.goto('/board/no-such-screen');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有这块电子屏');
});
