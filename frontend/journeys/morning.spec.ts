import type { BrowserContext, Page } from '@playwright/test';
import { applied, APPROVER, CLERK, password, REVIEWER, takenBack } from './support/casework';
import { openCase, press, send, tabTo, write } from './support/keyboard';
import {
  expect,
  expectAccessible,
  expectContained,
  type Language,
  LANGUAGES,
  open,
  test,
} from './support/page';

/** A and B of one post, who take part in no other journey, and an item that begins there. */
const PAIRS: Record<Language, { first: string; second: string; item: string }> = {
  'zh-CN': { first: 'hea.window1', second: 'hea.window2', item: 'HEA-CON-02' },
  en: { first: 'hrs.window1', second: 'hrs.window2', item: 'HRS-PAY-01' },
};
const WORDS = {
  'zh-CN': {
    tasks: '我的待办',
    beside: '列表中的前后办件',
    second: '第 2 件',
    keys: '键盘快捷键',
    done: '已完成：',
    leave: '退出登录',
    offline: '网络已断开',
    unreachable: '网络连接不上',
    restored: '已恢复您上次没有提交的内容',
    asked: '已提出申请，等待另一人复核。',
    confirmations: /^双人复核/,
    confirm: '复核同意',
    confirmed: '已复核同意，并已生效。',
    keep: '保存这个筛选',
    filter: '今天要受理的',
    state: 'submitted',
    forget: (name: string) => `删除“${name}”`,
    handover: '岗位移交',
    give: '移交给B岗',
    given: '已移交。',
    back: '收回岗位',
    own: '未移交，由您本人办理。',
    acting: /^代 .+ 办理$/,
    actedFor: /代 .+（AB岗）/,
  },
  en: {
    tasks: 'My tasks',
    beside: 'Cases before and after in the list',
    second: '2 of',
    keys: 'Keyboard shortcuts',
    done: 'Done: ',
    leave: 'Sign out',
    offline: 'The network is gone',
    unreachable: 'No connection',
    restored: 'What you had not sent',
    asked: 'Asked for; another person has to confirm it now.',
    confirmations: /^Second person/,
    confirm: 'Confirm',
    confirmed: 'Confirmed, and in effect.',
    keep: 'Keep this filter',
    filter: 'To accept',
    state: 'inCorrection',
    forget: (name: string) => `Remove “${name}”`,
    handover: 'Handover',
    give: 'Hand over to B',
    given: 'Handed over.',
    back: 'Take back',
    own: 'Not handed over',
    acting: /^Acting for /,
    actedFor: /for .+, who was away/,
  },
};
const LACKS = '请加盖单位公章后重新上传';

interface Desk {
  page: Page;
  context: BrowserContext;
  language: Language;
  words: (typeof WORDS)[Language];
}

async function comes({ page }: Desk, account: string): Promise<void> {
  await write(page, page.locator('#login-account'), account);
  await write(page, page.locator('#login-password'), password());
  await page.keyboard.press('Enter');
  await expect(page.locator('#login-account')).toHaveCount(0);
  await expect(page.locator('main h1').first()).toBeVisible();
}

async function leaves({ page, words }: Desk): Promise<void> {
  await press(page, page.getByRole('button', { name: words.leave }));
  await expect(page.locator('#login-account')).toBeVisible();
}

/** Through the list with j and k, from case to case with ], and what other keys there are. */
async function looksThrough({ page, words }: Desk): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.tasks);
  const rows = page.locator('[data-row]');
  await expect(rows.nth(1)).toBeVisible();
  await expectAccessible(page);
  await expectContained(page);
  await page.keyboard.press('j');
  await expect(rows.nth(0)).toBeFocused();
  await page.keyboard.press('j');
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/staff\/cases\//);
  await expect(page.locator('#act-now')).toBeVisible();
  await page.keyboard.press(']');
  await expect(page.getByRole('navigation', { name: words.beside })).toContainText(words.second);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText(words.keys);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
}

async function accepts({ page, words }: Desk): Promise<void> {
  await page.keyboard.press('a');
  await send(page);
  await expect(page.getByText(words.done)).toBeVisible();
}

/** What is missing is written while the network is away, and not lost. */
async function asksForCorrection({ page, context, words }: Desk): Promise<void> {
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog');
  await tabTo(page, dialog.getByRole('checkbox').first());
  await page.keyboard.press('Space');
  await write(page, dialog.getByRole('textbox').first(), LACKS);
  await expectAccessible(page);
  await context.setOffline(true);
  await send(page);
  await expect(dialog.getByRole('alert')).toContainText(words.unreachable);
  await expect(page.getByText(words.offline)).toBeVisible();
  await page.keyboard.press('Escape');
  await context.setOffline(false);
  await page.reload();
  await expect(page.locator('#act-now')).toBeVisible();
  await page.keyboard.press('c');
  await expect(dialog).toContainText(words.restored);
  await expect(dialog.getByRole('textbox').first()).toHaveValue(LACKS);
  await send(page);
  await expect(page.getByText(words.done)).toBeVisible();
}

/**
 * A way of looking at the list is kept, and let go of again: another one in each language, for both
 * walks are the same clerk's.
 */
async function keepsAFilter({ page, words }: Desk): Promise<void> {
  await page.keyboard.press('u');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.tasks);
  const state = page.locator('main select');
  await tabTo(page, state);
  while ((await state.inputValue()) !== words.state) await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(new RegExp(`state=${words.state}`));
  await press(page, page.getByRole('button', { name: words.keep }));
  const name = `${words.filter} ${Date.now() % 100000}`;
  await write(page, page.locator('#filter-name'), name);
  await page.keyboard.press('Enter');
  const chip = page.getByRole('link', { name: new RegExp(`^${name} \\d+$`) });
  await expect(chip).toHaveAttribute('aria-current', 'true');
  await expectAccessible(page);
  await press(page, page.getByRole('button', { name: words.forget(name) }));
  await expect(chip).toHaveCount(0);
}

async function asksForAPause({ page, words }: Desk): Promise<void> {
  await page.keyboard.press('p');
  const ground = page.locator('#act-ground');
  await tabTo(page, ground);
  await page.keyboard.press('ArrowDown');
  await expect(ground).toHaveValue('hearing');
  await write(page, page.locator('#act-reason'), '利害关系人申请听证');
  await send(page);
  await expect(page.getByText(words.asked)).toBeVisible();
}

async function confirmsThePause({ page, words }: Desk, number: string): Promise<void> {
  await press(page, page.getByRole('link', { name: words.confirmations }));
  const row = page.getByRole('listitem').filter({ hasText: number });
  await press(page, row.getByRole('button').first());
  await press(
    page,
    page.getByRole('dialog').getByRole('button', { name: words.confirm, exact: true }),
  );
  await expect(page.getByText(words.confirmed)).toBeVisible();
}

async function handsOver({ page, words }: Desk): Promise<void> {
  await press(page, page.getByRole('link', { name: words.handover }));
  await press(page, page.getByRole('button', { name: words.give }));
  await expect(page.getByText(words.given)).toBeVisible();
  await expectAccessible(page);
}

async function takesBack({ page, words }: Desk): Promise<void> {
  await press(page, page.getByRole('link', { name: words.handover }));
  await press(page, page.getByRole('button', { name: words.back }));
  await expect(page.getByText(words.own)).toBeVisible();
}

for (const language of LANGUAGES) {
  test(`a morning at the desk by keyboard alone: three cases, a correction, a pause by two, a handover to B (${language})`, async ({
    page,
    context,
    request,
  }) => {
    test.setTimeout(300_000);
    const desk: Desk = { page, context, language, words: WORDS[language] };
    const { first: a, second: b, item } = PAIRS[language];
    await takenBack(request, a);
    const numbers: string[] = [];
    for (let count = 0; count < 3; count += 1) numbers.push((await applied(request)).number);
    const [first, second, third] = numbers as [string, string, string];
    const left = await applied(request, '移交给B岗', { item, codes: ['M1'] });
    await open(page, '/staff', { language });

    await test.step('the clerk looks through the list', async () => {
      await comes(desk, CLERK);
      await looksThrough(desk);
    });
    await test.step('accepts the first case, its papers beside it', async () => {
      await openCase(page, first);
      await expectAccessible(page);
      await page.keyboard.press('m');
      await expect(page.locator('figure')).toBeVisible();
      await accepts(desk);
    });
    await test.step('has the second one corrected, though the network goes', async () => {
      await openCase(page, second, 'Control+k');
      await asksForCorrection(desk);
    });
    await test.step('accepts the third, and keeps a filter', async () => {
      await openCase(page, third);
      await accepts(desk);
      await keepsAFilter(desk);
      await leaves(desk);
    });
    await test.step('the reviewer stops the clock of the third, a colleague agrees', async () => {
      await comes(desk, REVIEWER);
      await openCase(page, third);
      await asksForAPause(desk);
      await leaves(desk);
      await comes(desk, APPROVER);
      await confirmsThePause(desk, third);
      await leaves(desk);
    });
    await test.step('A hands the post over; B takes a case for A', async () => {
      await comes(desk, a);
      await handsOver(desk);
      await leaves(desk);
      await comes(desk, b);
      await expect(page.getByText(desk.words.acting).first()).toBeVisible();
      await expectAccessible(page);
      await openCase(page, left.number);
      await accepts(desk);
      await expect(page.locator('#history')).toContainText(desk.words.actedFor);
      await leaves(desk);
      await comes(desk, a);
      await takesBack(desk);
      await leaves(desk);
    });
  });
}
