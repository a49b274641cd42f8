import { ADMINISTRATOR, signIn } from './support/casework';
import { expect, expectAccessible, expectContained, LANGUAGES, test } from './support/page';

/** Each run changes somebody of its own. */
const PEOPLE: Record<string, Record<(typeof LANGUAGES)[number], string>> = {
  desktop: { 'zh-CN': 'spo.inspector1', en: 'met.inspector1' },
  phone: { 'zh-CN': 'tob.inspector1', en: 'for.inspector1' },
};
/** A and B of one post. */
const PAIRS: Record<string, [string, string]> = {
  desktop: ['wat.window1', 'wat.window2'],
  phone: ['cul.window1', 'cul.window2'],
};
const WORDS = {
  'zh-CN': {
    change: '更改',
    title: '职务',
    show: '预览变更',
    make: '确认变更',
    back: '返回修改',
    absent: '登记缺岗',
    changes: '查看此人的变更记录',
  },
  en: {
    change: 'Change',
    title: 'Title',
    show: 'Show what changes',
    make: 'Make the change',
    back: 'Back',
    absent: 'Record an absence',
    changes: 'What was changed of this person',
  },
};

for (const language of LANGUAGES) {
  test(`a change of somebody is seen before and after it is made (${language})`, async ({ page }, {
    project,
  }) => {
    test.setTimeout(180_000);
    const account = PEOPLE[project.name]![language];
    const words = WORDS[language];
    await signIn(page, ADMINISTRATOR, { language, path: '/staff/people' });
    await expect(page.getByRole('table')).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);

    await page.getByRole('searchbox').last().fill(account);
    await expect(page.locator('tbody tr')).toHaveCount(1);
    await page.locator('tbody th a').click();
    await expect(page).toHaveURL(new RegExp(`/staff/people/${account}`));
    await expectAccessible(page);
    await expectContained(page);

    // By keyboard alone.
    await page.getByRole('button', { name: words.change, exact: true }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await expectAccessible(page);
    await dialog.getByLabel(words.title).fill('值班长');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('button', { name: words.make })).toBeVisible();
    await expect(dialog.getByRole('table')).toContainText('值班长');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: words.back }).click();
    await dialog.getByRole('button', { name: words.show }).click();
    await dialog.getByRole('button', { name: words.make }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.locator('main')).toContainText('值班长');

    await page.getByRole('link', { name: words.changes }).click();
    await expect(page.locator('main details').first()).toContainText('值班长');
    await expectAccessible(page);
    await expectContained(page);
    for (const path of ['/staff/posts', '/staff/people/import']) {
      await page.goto(path);
      await expect(page.locator('main h1').first()).toBeVisible();
      await page.waitForLoadState('networkidle');
      await expectAccessible(page);
      await expectContained(page);
    }
  });
}

test('a clerk hands the post over to B and takes it back', async ({ page, browser }, {
  project,
}) => {
  test.setTimeout(120_000);
  const [first, second] = PAIRS[project.name]!;
  const other = await browser.newContext();
  const elsewhere = await other.newPage();
  await signIn(page, first, { path: '/staff/handover' });
  await expect(page.getByText('未移交，由您本人办理。')).toBeVisible();
  await expectAccessible(page);
  await expectContained(page);
  await page.getByRole('button', { name: '移交给B岗' }).click();
  await expect(page.getByText('已移交。')).toBeVisible();

  await signIn(elsewhere, second, { path: '/staff' });
  await expect(elsewhere.getByText(/^代 .+ 办理$/).first()).toBeAttached();
  await page.getByRole('button', { name: '收回岗位' }).click();
  await expect(page.getByText('未移交，由您本人办理。')).toBeVisible();
  await elsewhere.reload();
  await expect(elsewhere.locator('main h1').first()).toBeAttached();
  await expect(elsewhere.getByText(/^代 .+ 办理$/)).toHaveCount(0);
  await other.close();
});
