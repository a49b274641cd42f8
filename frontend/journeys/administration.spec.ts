import type { Page } from '@playwright/test';
import { acted, ADMINISTRATOR, applied, CATALOGUE, signIn } from './support/casework';
import { expect, expectAccessible, expectContained, type Language, test } from './support/page';

// Both screens live in the same city: each has items of its own.
const PROMISED = { desktop: 'MAR-LIC-06', phone: 'MAR-LIC-03' } as Record<string, string>;
const DRAWN = { desktop: 'MAR-LIC-05', phone: 'MAR-LIC-01' } as Record<string, string>;
const LANGUAGE_OF = { desktop: 'zh-CN', phone: 'en' } as Record<string, Language>;

const WORDS = {
  'zh-CN': {
    preview: '预览变更',
    publish: '发布新版本',
    before: '发布前请核对',
    done: /第\d+版已发布/,
    mend: /处需要修改/,
    runs: '检查通过，可以发布',
    kept: '草稿已保存',
    save: '保存并重新计算期限',
    saved: '已保存。',
    addDay: '添加一天',
    moved: /^[1-9]\d* 件/,
    record: '变更记录',
    action: '发布事项版本',
  },
  en: {
    preview: 'Preview the changes',
    publish: 'Publish the new version',
    before: 'Please compare before you publish',
    done: /Version \d+ is published/,
    mend: /to mend/,
    runs: 'Checked: it can be published',
    kept: 'Draft kept',
    save: 'Save and count deadlines again',
    saved: 'Saved.',
    addDay: 'Add a day',
    moved: /^[1-9]\d* of/,
    record: 'Record of changes',
    action: 'Item version published',
  },
};

test('a promise is changed from tomorrow on, and what is published stays for today', async ({
  page,
  request,
}, { project }) => {
  const language = LANGUAGE_OF[project.name]!;
  const words = WORDS[language];
  const code = PROMISED[project.name]!;
  const before = await (await request.get(`/api/v1/power-items/${code}`)).json();
  await signIn(page, CATALOGUE, { language, path: '/staff/administration/items' });
  await page.locator('main input[type=search]').fill(code);
  await expect(page.locator('main tbody tr')).toHaveCount(1);
  await expectFine(page);
  await page.locator(`main a[href="/staff/administration/items/${code}"]`).click();

  const promise = page.locator('#at-content-promisedLimit');
  await expect(promise).toHaveValue(String(before.promisedLimit.amount));
  await expectFine(page);

  // Longer than the statute: refused, and led to the field.
  await promise.fill('3000');
  await page.getByRole('button', { name: words.preview }).click();
  await page.getByRole('alert').getByRole('link').first().click();
  await expect(promise).toBeFocused();
  await expectFine(page);

  const shorter = before.promisedLimit.amount - 1;
  await promise.fill(String(shorter));
  await expect(page.locator('#editor-state')).toHaveText(words.kept);
  await page.reload();
  await expect(promise).toHaveValue(String(shorter));
  await page.getByRole('button', { name: words.preview }).click();
  await expect(page.getByRole('heading', { name: words.before })).toBeFocused();
  await expect(page.locator('main ins').first()).toContainText(String(shorter));
  await expectFine(page);
  await page.getByRole('button', { name: words.publish }).click();
  await expect(page.getByRole('heading', { name: words.done })).toBeVisible();

  const after = await (await request.get(`/api/v1/power-items/${code}`)).json();
  expect(after.promisedLimit).toEqual(before.promisedLimit);
  const versions = await (await request.get(`/api/v1/power-items/${code}/versions`)).json();
  expect(versions[0].version).toBe(before.version + 1);

  await page.getByRole('main').getByRole('link', { name: words.record }).click();
  // Others change things meanwhile: theirs may stand above.
  const entry = page.locator('main summary').filter({ hasText: words.action });
  await entry.filter({ hasText: code }).first().click();
  await expectFine(page);
});

test('a flow is broken, mended and published, the chart following', async ({ page }, {
  project,
}) => {
  const language = LANGUAGE_OF[project.name]!;
  const words = WORDS[language];
  const code = DRAWN[project.name]!;
  await signIn(page, CATALOGUE, { language, path: `/staff/administration/flows/${code}` });
  const state = page.locator('aside [role=status]');
  await expect(state).toHaveText(words.runs);
  await expectFine(page);

  const post = page.locator('#at-flow-steps-1-post');
  const held = await post.inputValue();
  await post.selectOption('');
  await expect(state).toHaveText(words.mend);
  await expect(page.locator('svg [data-wrong]')).toHaveCount(1);
  await expectFine(page);
  await page.locator('aside li button').first().click();
  await expect(post).toBeFocused();
  await post.selectOption(held);
  await expect(state).toHaveText(words.runs);

  const name = page.locator('#at-flow-steps-1-name');
  await name.fill('当场受理');
  await expect(page.locator('aside svg')).toContainText(language === 'en' ? /.+/ : '当场受理');
  await expect(page.locator('aside [data-behind]')).toHaveCount(0);
  await page.getByRole('button', { name: words.preview }).click();
  await expect(page.getByRole('heading', { name: words.before })).toBeFocused();
  await expectFine(page);
  await page.getByRole('button', { name: words.publish }).click();
  await expect(page.getByRole('heading', { name: words.done })).toBeVisible();
});

test('a day off is added and the deadlines that move are told', async ({ page, request }, {
  project,
}) => {
  const language = LANGUAGE_OF[project.name]!;
  const words = WORDS[language];
  // One that is due in four weeks: the day lies before.
  const { number } = await applied(request, '工作日历', {
    item: 'DIS-CON-01',
    codes: ['M1', 'M3'],
  });
  await acted(request, 'dis.window1', number, 'accept', { confirmedRisk: true });
  await signIn(page, ADMINISTRATOR, { language, path: '/staff/administration/calendar' });
  const add = page.getByRole('button', { name: words.addDay });
  await expect(add).toBeVisible();
  await expectFine(page);
  const declared = await page
    .locator('main input[type=date]')
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
  const days = declared.length;
  await add.click();
  await page.locator(`#at-days-${days}-date`).fill(workdayBeside(declared));
  await page.locator(`#at-days-${days}-name`).fill('城市日');
  await page.getByRole('button', { name: words.preview }).click();
  await page.getByRole('alert').getByRole('link').first().click();
  await expect(page.locator(`#at-days-${days}-nameEn`)).toBeFocused();
  await page.locator(`#at-days-${days}-nameEn`).fill('City Day');
  await page.getByRole('button', { name: words.preview }).click();
  await expect(page.locator('dd[data-moved]')).toHaveText(words.moved);
  await expectFine(page);
  // Both screens share the calendar: one of them saves.
  if (project.name === 'desktop') {
    await page.getByRole('button', { name: words.save }).click();
    await expect(page.locator('main [role=status]').first()).toContainText(words.saved);
  }
});

async function expectFine(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectContained(page);
}

/** The first day from a week on that is neither at a weekend nor declared already. */
function workdayBeside(declared: readonly string[]): string {
  const day = new Date(Date.now() + 7 * 24 * 3600 * 1000);
  const text = () => day.toISOString().slice(0, 10);
  while ([0, 6].includes(day.getUTCDay()) || declared.includes(text())) {
    day.setUTCDate(day.getUTCDate() + 1);
  }
  return text();
}

test('departments are there to be changed', async ({ page }, { project }) => {
  const language = LANGUAGE_OF[project.name]!;
  await signIn(page, CATALOGUE, { language, path: '/staff/administration/departments' });
  await expect(page.locator('main tbody tr').first()).toBeVisible();
  await expectFine(page);
  await page.locator('main header button').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
