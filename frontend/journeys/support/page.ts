import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';

export type Language = 'zh-CN' | 'en';
export const LANGUAGES: Language[] = ['zh-CN', 'en'];

/** Opens a page in a language, as a reader who chose it before; elder mode likewise. */
export async function open(
  page: Page,
  path: string,
  { language = 'zh-CN', elder = false }: { language?: Language; elder?: boolean } = {},
): Promise<void> {
  await page.addInitScript(
    ([kept, mode]) => {
      // What a frame shows, such as a PDF, may have no storage.
      if (window !== window.top) return;
      // Only at the first visit: what the reader changes afterwards stays.
      if (!localStorage.getItem('sunlit.language')) localStorage.setItem('sunlit.language', kept);
      if (!localStorage.getItem('sunlit.mode')) localStorage.setItem('sunlit.mode', mode);
    },
    [language, elder ? 'elder' : 'standard'] as const,
  );
  await page.goto(path);
  await expect(page.locator('main h1')).toBeVisible();
}

/** No violation of WCAG 2.2 A and AA and of the usual good practice, once the page has arrived. */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page.locator('h1').first()).toBeVisible();
  // It resizes the window and opens others: not while somebody is to watch.
  if (process.env.SUNLIT_RECORD) return;
  const size = page.viewportSize();
  // The console's bar lies over the bottom of the window: what is half under it can be scrolled to,
  // but looks too small to touch.
  const underABar = size !== null && new URL(page.url()).pathname.startsWith('/staff');
  if (underABar) {
    const length = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: size.width, height: Math.max(9000, length + 500) });
  }
  let violations = await examined(page);
  if (violations.some(({ id }) => id === 'page-has-heading-one')) {
    // It was putting itself together when it was looked at: a part brought texts of its own.
    await expect(page.locator('h1').first()).toBeVisible();
    violations = await examined(page);
  }
  if (underABar) await page.setViewportSize(size);
  expect(
    violations.map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.slice(0, 3).map((node) => node.html.slice(0, 200)),
    })),
  ).toEqual([]);
}

async function examined(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    // The only frame shows a PDF: nothing has to be put together from frames, in a page of its own.
    .setLegacyMode()
    // Describing what is right takes as long as finding what is wrong.
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations;
}

/** The page never scrolls sideways; what is wide scrolls within itself. */
export async function expectContained(page: Page): Promise<void> {
  const { content, window } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  expect(content).toBeLessThanOrEqual(window);
}

/** Every test fails when the page says something on the console that it shouldn't. */
export const test = base.extend<{ quietConsole: void }>({
  quietConsole: [
    async ({ page }, use) => {
      const noise: string[] = [];
      page.on('pageerror', (error) => noise.push(error.message));
      page.on('console', (message) => {
        // A request that is refused on purpose shows up here too; the page's own answer is what counts.
        if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) {
          noise.push(message.text());
        }
      });
      await use();
      expect(noise).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

const SHOTS = process.env.SUNLIT_SHOTS;

/** A picture of the page, only where somebody wants to look at it. */
export async function shoot(page: Page, name: string, fullPage = true): Promise<void> {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage });
}
