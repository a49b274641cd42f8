import { APPROVER, attach, signIn, signOut } from './support/casework';
import { expect, expectAccessible, expectContained, LANGUAGES, shoot, test } from './support/page';

const SUPERVISOR = 'supervisor1';

/** What a box for a moment takes, so many minutes ago by the city's clock. */
function minutesAgo(minutes: number): string {
  const city = new Date(Date.now() + (8 * 60 - minutes) * 60_000);
  return city.toISOString().slice(0, 16);
}

for (const language of LANGUAGES) {
  const english = language === 'en';
  const word = (chinese: string, inEnglish: string) => (english ? inEnglish : chinese);

  test(`a covert visit is released, answered and accepted (${language})`, async ({ page }, {
    project,
  }) => {
    const shot = (name: string) => shoot(page, `${name}-${project.name}-${language}`);
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

    await signIn(page, SUPERVISOR, { language, path: '/staff/inspections/new' });
    await page.getByLabel(word('督查方式', 'Kind of inspection')).selectOption('covert');
    await page.getByLabel(word('被督查单位', 'Inspected department')).selectOption('mar');
    await page.getByLabel(word('督查时间', 'When')).fill(minutesAgo(90));
    await page.getByLabel(word('邵若谷', 'Shao Ruogu')).check();
    await page
      .getByLabel(word('一次告知全部材料', 'All materials are told at once'))
      .selectOption('notMet');
    await page
      .getByLabel(word('发现的情况', 'What was found'))
      .fill('两次咨询，材料清单不一样，第二次多出租赁合同。');
    await page.getByLabel(word('结论', 'Conclusion')).fill('一次告知没有做到位。');
    await attach(page, '#inspection-evidence', '现场记录.pdf');
    await expectAccessible(page);
    await expectContained(page);
    await shot('new');
    await press(word('登记', 'Record'));

    await expect(page.getByRole('heading', { level: 1, name: '督查〔' })).toBeVisible();
    const path = new URL(page.url()).pathname;
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '现场记录.pdf' }).click();
    expect((await download).suggestedFilename()).toBe('现场记录.pdf');
    await expectAccessible(page);
    await press(word('下达', 'Release'));
    await page.getByLabel(word('整改期限（工作日）', 'Working days to put it right')).fill('10');
    await press(word('确定', 'Confirm'));
    await expect(page.getByText(word('整改中', 'Being put right')).first()).toBeVisible();
    await expectContained(page);
    await shot('released');
    await signOut(page);

    await signIn(page, APPROVER, { language, path });
    await press(word('回复整改情况', 'Answer'));
    await page.getByLabel(word('说明', 'Words')).fill('已重新核对一次性告知单，全窗口统一使用。');
    await press(word('确定', 'Confirm'));
    await expect(page.getByText(word('待验收', 'To be judged')).first()).toBeVisible();
    await signOut(page);

    await signIn(page, SUPERVISOR, { language, path });
    await press(word('验收通过', 'Accept'));
    await press(word('确定', 'Confirm'));
    await expect(page.getByText(word('已验收', 'Put right')).first()).toBeVisible();
    await expectAccessible(page);
    await shot('accepted');

    await page.goto('/staff/inspections/regions');
    await page
      .getByRole('row', { name: word('合计', 'everything below') })
      .getByRole('link')
      .first()
      .click();
    await expect(page.getByRole('link', { name: '督查〔' }).first()).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('inspections');
    await page.goto('/staff/inspections/regions');
    await expect(page.getByRole('table')).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('regions');
  });

  test(`posts with a grave risk are evaluated (${language})`, async ({ page }, { project }) => {
    const shot = (name: string) => shoot(page, `${name}-${project.name}-${language}`);
    await signIn(page, SUPERVISOR, { language, path: '/staff/risk-posts' });
    await expect(page.getByRole('table')).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('posts');
    // One post for each language: a year has one evaluation.
    await page.goto(`/staff/risk-posts/${word('tra', 'agr')}/approver`);
    await page.locator('summary', { hasText: word('写年终评价', 'Evaluate a year') }).click();
    await page.getByLabel(word('评价', 'Evaluation'), { exact: true }).fill('全年无逾期，无投诉。');
    await page.getByRole('button', { name: word('写年终评价', 'Evaluate a year') }).click();
    await expect(page.getByText('全年无逾期，无投诉。')).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('post');
  });
}
