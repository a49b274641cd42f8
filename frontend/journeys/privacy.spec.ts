import { applied, APPROVER, CLERK, signIn, signOut, unfold } from './support/casework';
import { expect, expectAccessible, expectContained, LANGUAGES, test } from './support/page';

const WORDS = {
  'zh-CN': {
    ask: '申请查看明文',
    name: '姓名（名称）',
    phone: '电话',
    kind: '事由',
    reason: '具体说明',
    send: '提交复核',
    waiting: /已申请查看.*正在等另一人复核/,
    open: /正在显示明文/,
    place: '双人复核',
    confirm: '复核同意',
    trail: '查阅留痕',
    seen: '查看明文',
  },
  en: {
    ask: 'Ask to see plain values',
    name: 'name',
    phone: 'telephone',
    kind: 'Ground',
    reason: 'In your words',
    send: 'Send to the second person',
    waiting: /Another person has to agree/,
    open: /Shown in plain/,
    place: 'Second person',
    confirm: 'Confirm',
    trail: 'Access trail',
    seen: 'Saw plain values',
  },
} as const;

for (const language of LANGUAGES) {
  const words = WORDS[language];
  test(`plain values are seen only with a second person, and it is kept (${language})`, async ({
    page,
    request,
  }) => {
    test.setTimeout(120_000);
    const { number } = await applied(request);
    const path = `/staff/cases/${number}`;

    await signIn(page, CLERK, { language, path });
    await expect(page.locator('main')).toContainText('王**');
    await expect(page.locator('main')).not.toContainText('王小明');
    await page.getByRole('button', { name: words.ask }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: words.send }).click();
    await expectAccessible(page);
    await dialog.getByLabel(words.name, { exact: true }).check();
    await dialog.getByLabel(words.phone, { exact: true }).check();
    await dialog.getByLabel(words.kind).selectOption('contact');
    await dialog.getByLabel(words.reason).fill('约定现场核查时间');
    await expectContained(page);
    await dialog.getByRole('button', { name: words.send }).click();
    await expect(page.getByText(words.waiting)).toBeVisible();
    await expectAccessible(page);
    await signOut(page);

    await signIn(page, APPROVER, { language });
    await unfold(page);
    // On a phone the unfolded navigation lies over the bar that has it too.
    await page
      .getByRole('link', { name: new RegExp(`^${words.place}`) })
      .last()
      .click();
    const row = page.getByRole('listitem').filter({ hasText: number });
    await expect(row).toContainText(words.phone);
    await row.getByRole('button').first().click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words.confirm, exact: true })
      .click();
    await expect(row).toHaveCount(0);
    await signOut(page);

    await signIn(page, CLERK, { language, path });
    await expect(page.getByText(words.open)).toBeVisible();
    await expect(page.locator('main')).toContainText('王小明');
    await expect(page.locator('main')).toContainText('13800138000');
    await expectAccessible(page);
    await expectContained(page);
    await signOut(page);

    await signIn(page, 'supervisor1', { language, path: `/staff/trail?case=${number}` });
    await expect(page.getByRole('heading', { name: words.trail })).toBeVisible();
    await expect(page.getByRole('table')).toContainText(words.seen);
    await expectAccessible(page);
    await expectContained(page);
    await signOut(page);
  });
}
