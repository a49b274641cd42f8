import { acted, applied, CLERK, signIn, signOut } from './support/casework';
import { openCase, send, tabTo, write } from './support/keyboard';
import { expect, expectAccessible, expectContained, LANGUAGES, test } from './support/page';

const WORDS = {
  'zh-CN': { notices: /^工作提醒/, title: '工作提醒' },
  en: { notices: /^Notices/, title: 'Notices' },
};
const REASON = '不属于本部门职权范围';

for (const language of LANGUAGES) {
  const words = WORDS[language];
  test(`somebody was faster, and what was written is kept (${language})`, async ({
    page,
    request,
  }) => {
    test.setTimeout(120_000);
    const { number } = await applied(request);
    await signIn(page, CLERK, { language });
    await openCase(page, number);
    await page.keyboard.press('x');
    await write(page, page.getByRole('dialog').locator('#act-reason'), REASON);
    await acted(request, CLERK, number, 'accept', { confirmedRisk: true });
    await send(page);
    await expect(page.getByRole('alert').filter({ hasText: REASON })).toBeFocused();
    await expectAccessible(page);
    await tabTo(page, page.getByRole('link', { name: words.notices }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.title);
    await expectAccessible(page);
    await expectContained(page);
    await signOut(page);
    // Nothing of it is left in the tab for whoever sits down next.
    expect(
      await page.evaluate(() =>
        Object.keys(sessionStorage).filter((key) => key.startsWith('sunlit.desk.')),
      ),
    ).toEqual([]);
  });

  test(`the console fits a tablet and a phone, and in large type (${language})`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await signIn(page, CLERK, { language });
    for (const [width, height] of [
      [820, 1180],
      [360, 740],
    ] as const) {
      await page.setViewportSize({ width, height });
      for (const path of ['/staff', '/staff/notices', '/staff/search?q=MAR']) {
        await page.goto(path);
        await expect(page.locator('main h1')).toBeVisible();
        await expectContained(page);
        await expectAccessible(page);
      }
    }
    await page.evaluate(() => localStorage.setItem('sunlit.mode', 'elder'));
    await page.goto('/staff');
    await expect(page.locator('main h1')).toBeVisible();
    await expectContained(page);
    await expectAccessible(page);
  });
}
