import {
  acted,
  applied,
  APPROVER,
  CLERK,
  handedOver,
  password,
  REVIEWER,
} from './support/casework';
import { openCase, send, tabTo, write } from './support/keyboard';
import {
  expect,
  expectAccessible,
  expectContained,
  type Language,
  open,
  test,
} from './support/page';
import type { Page } from '@playwright/test';

const WORDS = {
  'zh-CN': {
    tasks: '我的待办',
    done: '已完成：',
    leave: '退出登录',
    offline: '网络已断开',
    restored: '已恢复您上次没有提交的内容',
    asked: '已提出申请，等待另一人复核。',
    place: /^双人复核/,
    confirm: '复核同意',
    confirmed: '已复核同意，并已生效。',
    keep: '保存这个筛选',
    filter: '今天要受理的',
  },
  en: {
    tasks: 'My tasks',
    done: 'Done: ',
    leave: 'Sign out',
    offline: 'The network is gone',
    restored: 'What you had not sent',
    asked: 'Asked for; another person has to confirm it now.',
    place: /^Second person/,
    confirm: 'Confirm',
    confirmed: 'Confirmed, and in effect.',
    keep: 'Keep this filter',
    filter: 'To accept',
  },
} as const;

async function signInByKeyboard(page: Page, account: string): Promise<void> {
  await write(page, page.locator('#login-account'), account);
  await write(page, page.locator('#login-password'), password());
  await page.keyboard.press('Enter');
  await expect(page.locator('#login-account')).toHaveCount(0);
  await expect(page.locator('main h1').first()).toBeVisible();
}

async function leaveByKeyboard(page: Page, language: Language): Promise<void> {
  await tabTo(page, page.getByRole('button', { name: WORDS[language].leave }));
  await page.keyboard.press('Enter');
  await expect(page.locator('#login-account')).toBeVisible();
}

test.describe('a morning at the desk, by keyboard alone', () => {
  test.skip(({ viewport }) => (viewport?.width ?? 0) < 800, 'A desk has a keyboard.');

  test('in Chinese: three cases, a correction, a pause by two, a handover to B', async ({
    page,
    context,
    request,
  }) => {
    test.setTimeout(240_000);
    const words = WORDS['zh-CN'];
    const [first, second, third] = [
      await applied(request),
      await applied(request),
      await applied(request),
    ];
    await open(page, '/staff');
    await signInByKeyboard(page, CLERK);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.tasks);
    await expect(page.locator('[data-row]').first()).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);

    // Through the list and back again; Enter opens what has the focus.
    await page.keyboard.press('j');
    await expect(page.locator('[data-row]').nth(0)).toBeFocused();
    await page.keyboard.press('j');
    await expect(page.locator('[data-row]').nth(1)).toBeFocused();
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/staff\/cases\//);
    await expect(page.locator('#act-now')).toBeVisible();
    await page.keyboard.press(']');
    await expect(page.getByRole('navigation', { name: '列表中的前后办件' })).toContainText(
      '第 2 件',
    );
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toContainText('键盘快捷键');
    await expectAccessible(page);
    await page.keyboard.press('Escape');

    // The first case: looked at beside its papers, and accepted.
    await openCase(page, first.number);
    await expectAccessible(page);
    await page.keyboard.press('m');
    await expect(page.locator('figure')).toBeVisible();
    await page.keyboard.press('a');
    await send(page);
    await expect(page.getByText(words.done)).toBeVisible();

    // The second: what is missing is written while the network is away, and not lost.
    await openCase(page, second.number, 'Control+k');
    await page.keyboard.press('c');
    const dialog = page.getByRole('dialog');
    const tick = dialog.locator('#act-missing').or(dialog.getByRole('checkbox')).first();
    await tabTo(page, tick);
    await page.keyboard.press('Space');
    await write(page, dialog.getByRole('textbox').first(), '请加盖单位公章后重新上传');
    await expectAccessible(page);
    await context.setOffline(true);
    await send(page);
    await expect(dialog.getByRole('alert')).toContainText('网络连接不上');
    await expect(page.getByText(words.offline)).toBeVisible();
    await page.keyboard.press('Escape');
    await context.setOffline(false);
    await page.reload();
    await expect(page.locator('#act-now')).toBeVisible();
    await page.keyboard.press('c');
    await expect(dialog).toContainText(words.restored);
    await expect(dialog.getByRole('textbox').first()).toHaveValue('请加盖单位公章后重新上传');
    await send(page);
    await expect(page.getByText(words.done)).toBeVisible();

    // The third, and the way of looking at the list is kept.
    await openCase(page, third.number);
    await page.keyboard.press('a');
    await send(page);
    await expect(page.getByText(words.done)).toBeVisible();
    await page.keyboard.press('u');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.tasks);
    await tabTo(page, page.locator('main select'));
    await page.keyboard.press('ArrowDown');
    await expect(page).toHaveURL(/state=submitted/);
    await tabTo(page, page.getByRole('button', { name: words.keep }));
    await page.keyboard.press('Enter');
    const name = `${words.filter} ${Date.now() % 100000}`;
    await write(page, page.locator('#filter-name'), name);
    await page.keyboard.press('Enter');
    const chip = page.getByRole('link', { name: new RegExp(`^${name} \\d+$`) });
    await expect(chip).toHaveAttribute('aria-current', 'true');
    await expectAccessible(page);
    await tabTo(page, page.getByRole('button', { name: `删除“${name}”` }));
    await page.keyboard.press('Enter');
    await expect(chip).toHaveCount(0);
    await leaveByKeyboard(page, 'zh-CN');

    // The reviewer stops the clock of the third; a colleague has to agree.
    await signInByKeyboard(page, REVIEWER);
    await openCase(page, third.number);
    await page.keyboard.press('p');
    await tabTo(page, dialog.locator('#act-ground'));
    await page.keyboard.press('ArrowDown');
    await write(page, dialog.locator('#act-reason'), '利害关系人申请听证');
    await send(page);
    await expect(page.getByText(words.asked)).toBeVisible();
    await leaveByKeyboard(page, 'zh-CN');
    await signInByKeyboard(page, APPROVER);
    await tabTo(page, page.getByRole('link', { name: words.place }));
    await page.keyboard.press('Enter');
    const row = page.getByRole('listitem').filter({ hasText: third.number });
    await tabTo(page, row.getByRole('button').first());
    await page.keyboard.press('Enter');
    await tabTo(page, dialog.getByRole('button', { name: words.confirm, exact: true }));
    await page.keyboard.press('Enter');
    await expect(page.getByText(words.confirmed)).toBeVisible();
    await leaveByKeyboard(page, 'zh-CN');

    // A goes on a journey; B finds A's tasks, is told for whom they are, and takes one.
    const left = await applied(request, '移交给B岗', { item: 'HEA-CON-02', codes: ['M1'] });
    await handedOver(request, 'hea.window1');
    await signInByKeyboard(page, 'hea.window2');
    await expect(page.getByText(/^代 .+ 办理$/).first()).toBeVisible();
    await expectAccessible(page);
    await openCase(page, left.number);
    await page.keyboard.press('a');
    await send(page);
    await expect(page.getByText(words.done)).toBeVisible();
    await expect(page.locator('#history')).toContainText('代');
    await leaveByKeyboard(page, 'zh-CN');
  });

  test('in English: somebody was faster, and the text is kept', async ({ page, request }) => {
    test.setTimeout(120_000);
    const words = WORDS.en;
    const { number } = await applied(request);
    await open(page, '/staff', { language: 'en' });
    await signInByKeyboard(page, CLERK);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.tasks);
    await expectAccessible(page);
    await openCase(page, number);
    await page.keyboard.press('x');
    const dialog = page.getByRole('dialog');
    await write(page, dialog.locator('#act-reason'), '不属于本部门职权范围');
    await acted(request, CLERK, number, 'accept', { confirmedRisk: true });
    await send(page);
    await expect(page.getByRole('alert').filter({ hasText: '不属于本部门职权范围' })).toBeFocused();
    await expectAccessible(page);
    await tabTo(page, page.getByRole('link', { name: /^Notices/ }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Notices');
    await expectAccessible(page);
    await expectContained(page);
    await leaveByKeyboard(page, 'en');
    // Nothing of it is left in the tab for whoever sits down next.
    expect(
      await page.evaluate(() =>
        Object.keys(sessionStorage).filter((key) => key.startsWith('sunlit.desk.')),
      ),
    ).toEqual([]);
  });
});

test('the console fits a tablet and a phone, and in large type', async ({ page }) => {
  test.setTimeout(120_000);
  await open(page, '/staff');
  await signInByKeyboard(page, CLERK);
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
