import {
  acted,
  applied,
  APPROVER,
  CLERK,
  REVIEWER,
  signIn,
  signOut,
  act,
} from './support/casework';
import { expect, expectAccessible, expectContained, LANGUAGES, test } from './support/page';

const WORDS = {
  'zh-CN': {
    pause: '暂停计时',
    waiting: '等待另一人复核：暂停计时',
    asked: '已提出申请，等待另一人复核。',
    place: '双人复核',
    confirm: '复核同意',
    confirmed: '已复核同意，并已生效。',
    resume: '恢复计时',
  },
  en: {
    pause: 'Pause the clock',
    waiting: 'Waiting for a second person: Pause the clock',
    asked: 'Asked for; another person has to confirm it now.',
    place: 'Second person',
    confirm: 'Confirm',
    confirmed: 'Confirmed, and in effect.',
    resume: 'Resume the clock',
  },
} as const;

for (const language of LANGUAGES) {
  const words = WORDS[language];
  test(`a clock is stopped by two persons (${language})`, async ({ page, request }) => {
    const { number } = await applied(request);
    await acted(request, CLERK, number, 'accept', { confirmedRisk: true });

    await signIn(page, REVIEWER, { language, path: `/staff/cases/${number}` });
    await act(page, words.pause, async (dialog) => {
      await dialog.locator('#act-ground').selectOption('hearing');
      await dialog.locator('#act-reason').fill('利害关系人申请听证');
    });
    await expect(page.getByText(words.asked)).toBeVisible();
    await expect(page.getByRole('heading', { name: words.waiting })).toBeVisible();
    await expect(page.getByRole('button', { name: words.pause, exact: true })).toHaveCount(0);
    await expect(page.getByRole('button', { name: words.confirm, exact: true })).toHaveCount(0);
    await expectAccessible(page);
    await expectContained(page);
    await signOut(page);

    await signIn(page, APPROVER, { language });
    await page
      .getByRole('link', { name: new RegExp(`^${words.place}`) })
      .first()
      .click();
    await expect(page).toHaveURL(/\/staff\/confirmations/);
    const row = page.getByRole('listitem').filter({ hasText: number });
    await expect(row).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await row.getByRole('button').first().click();
    const dialog = page.getByRole('dialog');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: words.confirm, exact: true }).click();
    await expect(page.getByText(words.confirmed)).toBeVisible();
    await expect(row).toHaveCount(0);
    await signOut(page);

    await signIn(page, REVIEWER, { language, path: `/staff/cases/${number}` });
    await expect(page.getByRole('button', { name: words.resume, exact: true })).toBeVisible();
    await page.goto('/staff/confirmations?box=asked');
    await expect(page.getByRole('listitem').filter({ hasText: number })).toBeVisible();
    await expectAccessible(page);
    await signOut(page);
  });
}

test('a second person says no only with a reason', async ({ page, request }) => {
  const { number } = await applied(request);
  await acted(request, CLERK, number, 'accept', { confirmedRisk: true });
  await acted(request, REVIEWER, number, 'pause', {
    ground: 'hearing',
    reason: '利害关系人申请听证',
    confirmedRisk: true,
  });
  await signIn(page, APPROVER, { path: `/staff/cases/${number}` });
  await page.getByRole('button', { name: '不同意', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '不同意', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('请写明不同意的理由');
  await dialog.getByLabel('说明').fill('听证申请已经撤回');
  await dialog.getByRole('button', { name: '不同意', exact: true }).click();
  await expect(page.getByText('已记录：不同意。')).toBeVisible();
  await expect(page.getByRole('heading', { name: /等待另一人复核/ })).toHaveCount(0);
  await signOut(page);
});
