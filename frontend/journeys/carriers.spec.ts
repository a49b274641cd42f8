import type { APIRequestContext } from '@playwright/test';
import { ADMINISTRATOR, signIn, token } from './support/casework';
import {
  expect,
  expectAccessible,
  expectContained,
  LANGUAGES,
  open,
  shoot,
  test,
} from './support/page';

const RESPONSIBLE = 'das.approver1';

/** A screen of its own for each walk, that plays notices, numbers and cases all day. */
async function planned(request: APIRequestContext, screen: string, code: string, name: string) {
  const headers = { Authorization: `Bearer ${await token(request, ADMINISTRATOR)}` };
  const address = `/api/v1/board/playlists/${screen}`;
  const before = await request.get(address, { headers });
  const kept = await request.put(address, {
    headers: { ...headers, 'If-Match': before.headers()['etag'] ?? '"0"' },
    data: {
      slots: [
        {
          days: 'all',
          from: '00:00',
          until: '24:00',
          entries: ['notices', 'numbers', 'cases'].map((kind) => ({ kind, seconds: 5 })),
        },
      ],
    },
  });
  expect(kept.status(), await kept.text()).toBe(200);
  const entered = await request.put(`/api/v1/carriers/${code}`, {
    headers: { ...headers, 'If-Match': '"0"' },
    data: {
      kind: 'screen',
      name,
      nameEn: `Journey screen ${code}`,
      place: '办事大厅东墙',
      regionCode: '990100000000',
      departmentCode: 'das',
      responsible: RESPONSIBLE,
      screenCode: screen,
    },
  });
  expect(entered.status(), await entered.text()).toBe(200);
}

for (const language of LANGUAGES) {
  const english = language === 'en';

  test(`a screen plays its programme, falls silent and is reported (${language})`, async ({
    page,
    request,
    context,
  }, { project }) => {
    test.setTimeout(120_000);
    const screen = english ? 'hall-hea' : 'hall-mar';
    const code = `J-${project.name}-${Date.now()}`;
    const shot = (name: string, of = page) =>
      shoot(of, `${name}-${project.name}-${language}`, false);
    await planned(request, screen, code, `旅程屏${code}`);

    await signIn(page, ADMINISTRATOR, { language, path: '/staff/carriers' });
    await expect(page.locator('main tbody tr').first()).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('carriers');

    await page.goto(`/staff/carriers/${code}`);
    await expect(page.getByText(english ? 'Not paired' : '未配对')).toBeVisible();
    await page.getByRole('button', { name: english ? 'Pair a device' : '配对设备' }).click();
    await page.getByRole('button', { name: english ? 'Make a key' : '生成密钥' }).click();
    const address = await page.locator('[data-pairing]').innerText();
    await expectAccessible(page);
    await page.getByRole('button', { name: english ? 'Close' : '关闭', exact: true }).click();

    const wall = await context.newPage();
    await wall.setViewportSize({ width: 1920, height: 1080 });
    await open(wall, address, { language });
    // The key doesn't stay where everybody sees it.
    expect(new URL(wall.url()).hash).toBe('');
    await expect(wall.locator('[data-kind=notices]')).toBeVisible({ timeout: 20_000 });
    await expectAccessible(wall);
    await shot('board-notice', wall);
    await expect(wall.locator('[data-kind=numbers]')).toBeVisible({ timeout: 20_000 });
    await shot('board-numbers', wall);
    await expect(wall.locator('main [data-kind]')).toHaveCount(0, { timeout: 20_000 });

    await expect(page.getByText(english ? 'Online' : '在线', { exact: true })).toBeVisible({
      timeout: 20_000,
    });
    await wall.close();
    await expect(
      page.locator('main').getByText(english ? 'Not yet' : '尚未恢复', { exact: true }),
    ).toBeVisible({ timeout: 30_000 });
    await expectAccessible(page);
    await expectContained(page);
    await shot('carrier-silent');

    const told = await request.get('/api/v1/carriers?attention=true&mine=true', {
      headers: { Authorization: `Bearer ${await token(request, RESPONSIBLE)}` },
    });
    expect(await told.text()).toContain(`旅程屏${code}`);
  });
}
