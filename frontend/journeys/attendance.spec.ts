import type { APIRequestContext } from '@playwright/test';
import { signIn, signOut, token } from './support/casework';
import { expect, expectAccessible, expectContained, LANGUAGES, shoot, test } from './support/page';

const SUPERVISOR = 'supervisor1';

interface Person {
  person: { account: string };
  tally: { late: number; leftEarly: number; missing: number };
}

/** Somebody with a day that can be contested; another one for each language, for they walk at the same time. */
async function faulted(request: APIRequestContext, english: boolean): Promise<string> {
  const headers = { Authorization: `Bearer ${await token(request, SUPERVISOR)}` };
  const from = new Date(Date.now() - 20 * 86_400_000).toISOString().slice(0, 10);
  const answer = await request.get(`/api/v1/attendance/people?from=${from}`, { headers });
  expect(answer.ok(), await answer.text()).toBe(true);
  const people: Person[] = (await answer.json()).items;
  const found = people.filter(({ tally }) => tally.late + tally.leftEarly + tally.missing > 0);
  expect(found.length).toBeGreaterThan(3);
  return found.at(english ? -1 : -2)!.person.account;
}

for (const language of LANGUAGES) {
  const english = language === 'en';

  test(`a clerk signs and contests a day, and it is put right (${language})`, async ({
    page,
    request,
  }, { project }) => {
    const shot = (name: string) => shoot(page, `${name}-${project.name}-${language}`);
    const clerk = await faulted(request, english);
    await signIn(page, clerk, { language, path: '/staff/attendance' });
    const main = page.getByRole('main');
    const sign = main.getByRole('button', {
      name: english ? /^Check (in|out)$/ : /^签[到退]$/,
    });
    const before = await sign.textContent();
    await sign.click();
    await expect(sign).not.toHaveText(before!);
    await expectAccessible(page);
    await expectContained(page);
    await shot('mine');

    const from = new Date(Date.now() - 20 * 86_400_000).toISOString().slice(0, 10);
    await page.goto(`/staff/attendance?from=${from}`);
    await main
      .getByRole('button', { name: english ? /^Contest/ : /^提出异议/ })
      .last()
      .click();
    await page.getByRole('dialog').getByRole('textbox').fill('终端坏了，有同事可证。');
    await expectAccessible(page);
    await shot('contest');
    await page.getByRole('dialog').locator('button[type=submit]').click();
    await expect(main.getByText('终端坏了，有同事可证。')).toBeVisible();
    await expectAccessible(page);
    await shot('contested');

    await signOut(page);
    await signIn(page, SUPERVISOR, { language, path: '/staff/attendance/day' });
    await expect(main.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('day');
    await page.goto('/staff/attendance/contests');
    const contest = main
      .getByRole('listitem')
      .filter({ has: page.locator(`a[href$="/people/${clerk}"]`) })
      .first();
    await contest.getByRole('button').click();
    await page.getByRole('dialog').getByRole('textbox').fill('同事可证，予以更正。');
    await expectAccessible(page);
    await shot('answer');
    await page.getByRole('dialog').locator('button[type=submit]').click();
    await expect(page.getByRole('dialog')).toHaveCount(0);

    await page.goto(`/staff/cards/people/${clerk}`);
    await expect(main.getByRole('link', { name: english ? 'Days' : '考勤记录' })).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('file');
    await page.goto(`/staff/attendance/people/${clerk}?from=${from}`);
    await expect(main.getByText(english ? 'Contest upheld' : '异议成立').first()).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('person');

    // Every number can be opened.
    await page.goto('/staff/cards/departments/mar');
    const figure = main.locator('a[href^="/staff/work/workingTime"]');
    await expect(figure).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('department');
    await figure.click();
    await expect(main.getByRole('table')).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('work');
  });
}
