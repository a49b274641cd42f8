import { randomUUID } from 'node:crypto';
import { signIn, signOut } from './support/casework';
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

for (const language of LANGUAGES) {
  const english = language === 'en';

  test(`a film is registered, released, watched and read (${language})`, async ({ page }, {
    project,
  }) => {
    const shot = (name: string) => shoot(page, `videos-${name}-${project.name}-${language}`);
    const title = `怎样办车证${randomUUID().slice(0, 6)}`;
    const words = `第一步${randomUUID().slice(0, 6)}`;

    await signIn(page, `${DEPARTMENT}.reviewer1`, { language, path: '/staff/disclosures/new' });
    await page.locator('#publication-title').fill(title);
    await page.locator('#publication-body').fill(`# 办理\n${words}，到窗口取号。`);
    await page.getByRole('checkbox', { name: english ? 'Other' : '其他' }).check();
    await page
      .getByRole('checkbox', { name: english ? /This is a video/ : /这是一个视频/ })
      .check();
    await page.locator('#publication-film-media').fill('car/nothing.mp4');
    await page.locator('#publication-film-poster').fill('poster.svg');
    await page
      .locator('#publication-film-subtitles')
      .fill(`WEBVTT\n\n00:01.000 --> 00:30.000\n${words}`);
    const save = page.getByRole('button', { name: english ? 'Save' : '保存' });
    await save.click();
    await expect(
      page.getByText(english ? /no such file among the films/ : /片库中没有这个文件/).first(),
    ).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('wrong');
    await page.locator('#publication-film-media').fill('car/film.mp4');
    await save.click();
    await page.getByRole('button', { name: english ? 'Hand in for review' : '送审' }).click();
    await page.getByRole('dialog').locator('button[type=submit]').click();
    await expect(page.getByText(english ? 'In review' : '待审').first()).toBeVisible();
    const address = new URL(page.url()).pathname;
    await signOut(page);

    // Watched by another, who then releases it.
    await signIn(page, `${DEPARTMENT}.approver1`, { language, path: address });
    await page.getByRole('button', { name: english ? 'Watch the video' : '观看视频' }).click();
    await expect
      .poll(() => page.locator('video').evaluate((film: HTMLVideoElement) => film.readyState))
      .toBeGreaterThan(0);
    await shot('review');
    await page.getByRole('button', { name: english ? 'Approve and release' : '批准发布' }).click();
    await page.getByRole('dialog').locator('button[type=submit]').click();
    await expect(
      page.getByRole('link', { name: english ? 'See the public page' : '查看公开页面' }),
    ).toBeVisible();

    await open(page, '/videos', { language });
    await expect(page.getByRole('link', { name: title })).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('list');
    await page.getByRole('link', { name: title }).click();
    await expect(page.getByText(`${words}，到窗口取号。`)).toBeVisible();
    const film = page.locator('video');
    await film.evaluate((each: HTMLVideoElement) => {
      each.muted = true;
      return each.play();
    });
    await expect
      .poll(() => film.evaluate((each: HTMLVideoElement) => each.currentTime))
      .toBeGreaterThan(0.5);
    expect(await film.evaluate((each: HTMLVideoElement) => each.textTracks.length)).toBe(1);
    await expectAccessible(page);
    await expectContained(page);
    await shot('film');

    // On a television set, by the keys of its remote control alone.
    await page.goto('/videos/tv');
    await expect(page.getByRole('button').first()).toBeFocused();
    await expectAccessible(page);
    await shot('television');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('button').nth(1)).toBeFocused();
    await page.keyboard.press('ArrowUp');
    const first = await page.locator('button strong').first().textContent();
    await page.keyboard.press('Enter');
    await expect(page.locator('h1')).toHaveText(first!);
    await expect(page.locator('video')).toBeVisible();
    // What ends is followed by the next.
    await page.locator('video').dispatchEvent('ended');
    await expect(page.locator('h1')).not.toHaveText(first!);
    await shot('television-playing');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button').nth(1)).toBeFocused();
  });

  test(`a category tells what is due, late and done (${language})`, async ({ page }, {
    project,
  }) => {
    await open(page, '/disclosures/categories/budget', { language });
    await expect(
      page.getByRole('heading', { name: english ? 'Budgets and accounts' : '财政预决算' }),
    ).toBeVisible();
    await expect(page.getByRole('row').nth(1)).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shoot(page, `videos-category-${project.name}-${language}`);
  });
}
