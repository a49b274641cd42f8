import { ADMINISTRATOR, CATALOGUE, signIn } from './support/casework';
import { expect, expectAccessible, expectContained, LANGUAGES, test } from './support/page';

const WORDS = {
  'zh-CN': {
    fee: '不动产登记费（住宅类）',
    amount: '金额（元）',
    from: '生效日期',
    preview: '预览',
    publish: '发布',
    tariff: '标准',
    path: '新增流程',
    name: '名称',
    wrong: '请按说明填写代码',
    search: '名称或地址',
    find: '查找',
    room: '上闸村便民服务室',
    telephone: '电话',
    saved: '已更新，立即生效。',
  },
  en: {
    fee: 'Registration of a dwelling',
    amount: 'Amount (yuan)',
    from: 'Begins on',
    preview: 'Preview',
    publish: 'Publish',
    tariff: 'How much',
    path: 'Add a path',
    name: 'Name',
    wrong: 'Write the code as explained',
    search: 'Name or address',
    find: 'Find',
    room: 'Outangwan Village Service Room',
    telephone: 'Telephone',
    saved: 'Saved; it holds from now on.',
  },
} as const;

for (const language of LANGUAGES) {
  const words = WORDS[language];

  test(`fees, paths and places are kept by form, before and after (${language})`, async ({
    page,
  }) => {
    await signIn(page, CATALOGUE, { language, path: '/staff/administration/fees' });
    await expectAccessible(page);
    await expectContained(page);
    await page.getByRole('link', { name: words.fee }).click();
    await page.getByLabel(words.amount, { exact: true }).fill('60.5');
    await page.getByLabel(words.from).fill('2099-01-01');
    await page.getByRole('button', { name: words.preview }).click();
    const changed = page.getByRole('row', { name: words.tariff });
    await expect(changed).toContainText('80');
    await expect(changed).toContainText('60.50');
    await expectAccessible(page);
    await expectContained(page);

    await page.goto('/staff/administration/paths');
    await page.getByRole('link', { name: words.path }).click();
    await page.getByRole('button', { name: words.preview }).click();
    await expect(page.getByRole('alert')).toContainText(words.wrong);
    await expectAccessible(page);
    await expectContained(page);
  });

  test(`a place's telephone is kept, and holds at once (${language})`, async ({ page }) => {
    await signIn(page, ADMINISTRATOR, { language, path: '/staff/administration/places' });
    await page.getByLabel(words.search).fill(language === 'en' ? '藕塘湾' : '上闸');
    await page.locator('#main').getByRole('button', { name: words.find }).click();
    await page.getByRole('link', { name: words.room }).click();
    await expect(page.getByLabel(words.telephone)).toHaveValue(/0990/);
    await expectAccessible(page);
    await expectContained(page);
    const telephone = `0990-${String(Date.now()).slice(-7)}`;
    await page.getByLabel(words.telephone).fill(telephone);
    await page.getByRole('button', { name: words.preview }).click();
    await expect(page.getByRole('row', { name: words.telephone })).toContainText(telephone);
    await expectAccessible(page);
    await page.getByRole('button', { name: words.publish, exact: true }).click();
    await expect(page.getByText(words.saved)).toBeVisible();
  });
}
