import { applied } from './support/casework';
import { expect, expectAccessible, LANGUAGES, open, shoot, test } from './support/page';

/** Both ways such a screen is hung up. */
const SCREENS = { portrait: [1080, 1920], landscape: [1920, 1080] } as const;

for (const language of LANGUAGES) {
  const english = language === 'en';
  const way = english ? 'landscape' : 'portrait';

  test(`a visit to the touch screen leaves nothing behind (${language})`, async ({
    page,
    request,
  }) => {
    test.setTimeout(240_000);
    const [width, height] = SCREENS[way];
    const shot = (name: string) => shoot(page, `kiosk-${name}-${way}-${language}`, false);
    const touch = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
    const typed = async (text: string) => {
      for (const sign of text) {
        await page.getByRole('button', { name: sign, exact: true }).click();
      }
    };
    const keys = await applied(request);
    await page.setViewportSize({ width, height });
    await open(page, '/kiosk/HALL-02', { language });
    await shot('attract');
    await expectAccessible(page);

    await touch('Touch to begin');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      english ? 'What would you like to do?' : '请选择',
    );
    // Nothing that can be touched is smaller than a thumb.
    for (const button of await page.getByRole('button').all()) {
      const box = await button.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(64);
    }
    await expectAccessible(page);
    await shot('home');

    await touch(english ? /^Find a service/ : /^找事项/);
    await typed('SPJY');
    const licence = page.getByRole('button', { name: english ? /^Food business/ : /^食品经营/ });
    await expect(licence.first()).toBeVisible();
    await expectAccessible(page);
    await shot('find');
    await licence.first().click();
    await expect(
      page.getByRole('heading', { name: english ? 'How it goes' : '办理流程' }),
    ).toBeVisible();
    await expect(
      page.getByRole('button', { name: english ? 'Print this guide' : '打印办事指南' }),
    ).toBeVisible();
    await expectAccessible(page);
    await shot('item');

    await touch(english ? 'Start' : '主页');
    await touch(english ? /^Track a case/ : /^查办件/);
    await typed(keys.number.replaceAll('-', ''));
    await touch(english ? 'Next: query code' : '下一步：查询码');
    await typed(keys.code.replaceAll('-', ''));
    await shot('keys');
    await touch(english ? 'Find' : '查询');
    await expect(page.getByText(keys.number)).toBeVisible();
    await expectAccessible(page);
    await shot('tracked');
    await touch(english ? 'Lower' : '放低');
    await shot('lower');

    // Nobody touches it any more.
    await expect(page.getByRole('dialog')).toBeVisible({ timeout: 60_000 });
    await shot('leaving');
    await expect(page.getByRole('button', { name: 'Touch to begin' })).toBeVisible({
      timeout: 30_000,
    });
    const left = await page.evaluate(() => ({
      text: document.body.innerText,
      kept: JSON.stringify({ ...localStorage, ...sessionStorage }),
      address: window.location.href,
    }));
    expect(JSON.stringify(left)).not.toContain(keys.number);
    expect(JSON.stringify(left)).not.toContain(keys.code);
    await touch('Touch to begin');
    await touch(english ? /^Track a case/ : /^查办件/);
    await expect(page.locator('[data-field=number]')).toHaveText(
      english ? 'Nothing yet' : '未输入',
    );
  });
}
