import type { Locator, Page } from '@playwright/test';
import { acted, applied, CATALOGUE, signIn, trackingPath } from './support/casework';
import {
  expect,
  expectAccessible,
  expectContained,
  type Language,
  open,
  test,
} from './support/page';

// The editor makes a sub-process of the hearing of an item of its own on each screen.
const DRAWN = { desktop: 'WAT-LIC-01', phone: 'CUL-LIC-01' } as Record<string, string>;
const LANGUAGE_OF = { desktop: 'zh-CN', phone: 'en' } as Record<string, Language>;

const WORDS = {
  'zh-CN': {
    close: '收起子流程',
    open: '展开子流程',
    hearing: /听证/,
    inside: '听证 › 听证准备',
    again: '听证（第2次） › 听证准备',
    undone:
      /以下环节的办理须重新进行或者终止：听证 › 听证准备、听证 › 举行听证、听证 › 制作听证笔录/,
    pick: '把几个环节做成子流程',
    take: /^选入子流程/,
    make: '把这 2 个环节做成子流程',
    runs: '检查通过，可以发布',
    mend: /处需要修改/,
    preview: '预览变更',
    publish: '发布新版本',
    done: /第\d+版已发布/,
    library: '子流程库',
    visit: '现场勘验',
    look: '预览',
    taken: '城市子流程库 第1版',
    pickFrom: '从城市子流程库引用',
    takeIt: '引用',
    experts: '专家评审',
  },
  en: {
    close: 'Close sub-processes',
    open: 'Open sub-processes',
    hearing: /Hearing/,
    inside: 'Hearing › Preparing the hearing',
    again: 'Hearing (run 2) › Preparing the hearing',
    undone:
      /ends or begins again: Hearing › Preparing the hearing, Hearing › The hearing, Hearing › Record of the hearing/,
    pick: 'Make a sub-process out of steps',
    take: /^Take into the sub-process/,
    make: 'Make a sub-process of these 2 steps',
    runs: 'Checked: it can be published',
    mend: /to mend/,
    preview: 'Preview the changes',
    publish: 'Publish the new version',
    done: /Version \d+ is published/,
    library: 'Library of sub-processes',
    visit: 'Site inspection',
    look: 'Preview',
    taken: 'City library, version 1',
    pickFrom: 'Take from the city’s library',
    takeIt: 'Take it',
    experts: 'Expert review',
  },
};

async function expectFine(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectContained(page);
}

test('a case is followed into its hearing, and out of it and in again', async ({ page, request }, {
  project,
}) => {
  const language = LANGUAGE_OF[project.name]!;
  const words = WORDS[language];
  const keys = await applied(request, '新建污水处理厂环评', {
    item: 'ECO-LIC-01',
    codes: ['M1', 'M2', 'M3', 'M4'],
    applicant: { kind: 'organisation', name: '晴川净水有限公司' },
  });
  const judged = { confirmedRisk: true };
  await acted(request, 'eco.window1', keys.number, 'accept', judged);
  await acted(request, 'eco.reviewer1', keys.number, 'advance', { ...judged, outcome: 'hearing' });

  await open(page, trackingPath(keys), { language });
  await expect(page.getByRole('heading', { level: 1 })).toContainText(words.inside);
  await expect(page.locator('svg [data-step="hearing.prepare"]')).toHaveAttribute(
    'aria-current',
    'step',
  );
  await expectFine(page);
  await page.getByRole('button', { name: words.close }).click();
  const box = page.locator('svg [data-step="hearing"]');
  await expect(box).toHaveAttribute('aria-current', 'step');
  await expect(page.locator('svg [data-step="hearing.prepare"]')).toHaveCount(0);
  await expectFine(page);
  await box.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('svg [data-step="hearing.prepare"]')).toBeVisible();
  await expect(page.getByRole('button', { name: words.close })).toHaveAttribute(
    'aria-expanded',
    'true',
  );

  for (let step = 0; step < 3; step++) {
    await acted(request, 'eco.inspector1', keys.number, 'advance', { ...judged, outcome: 'pass' });
  }
  await acted(request, 'eco.reviewer1', keys.number, 'return', {
    ...judged,
    reason: '利害关系人未到场',
  });
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(words.again);
  await expect(page.getByText(words.undone)).toBeVisible();
  await expectFine(page);
});

test('an editor makes a sub-process out of two steps and publishes it', async ({ page }, {
  project,
}) => {
  const language = LANGUAGE_OF[project.name]!;
  const words = WORDS[language];
  const code = DRAWN[project.name]!;
  await signIn(page, CATALOGUE, { language, path: `/staff/administration/flows/${code}` });
  const state = page.locator('aside [role=status]');
  await expect(state).toHaveText(words.runs);
  await page.getByRole('button', { name: words.pick }).click();
  const boxes = page.getByRole('checkbox', { name: words.take });
  await boxes.nth(3).check();
  await boxes.nth(4).check();
  await expectFine(page);
  await page.getByRole('button', { name: words.make }).click();
  const name = page.locator('#at-flow-subProcesses-0-name');
  await expect(name).toBeFocused();
  await expect(state).toHaveText(words.mend);
  await name.fill('听证');
  await page.locator('#at-flow-subProcesses-0-nameEn').fill('Hearing');
  await expect(state).toHaveText(words.runs);
  await expect(page.locator('aside svg')).toContainText(words.hearing);

  // What is wrong inside is said and led to.
  await page.locator('#at-flow-subProcesses-0-limit').fill('3');
  await expect(state).toHaveText(words.mend);
  await page.locator('aside li button').first().click();
  await expect(page.locator('#at-flow-subProcesses-0-limit')).toBeFocused();
  await page.locator('#at-flow-subProcesses-0-limit').fill('30');
  await expect(state).toHaveText(words.runs);
  await expectFine(page);
  await expect(page.locator('aside [data-behind]')).toHaveCount(0);
  await page.getByRole('button', { name: words.preview }).click();
  await page.getByRole('button', { name: words.publish }).click();
  await expect(page.getByRole('heading', { name: words.done })).toBeVisible();
});

test('flows take from the library of the city by name and version', async ({ page }, {
  project,
}) => {
  const language = LANGUAGE_OF[project.name]!;
  const words = WORDS[language];
  await signIn(page, CATALOGUE, { language, path: '/staff/administration/sub-processes' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.library);
  // The hearing of an item that has taken it from here.
  await expect(page.locator('main a[href$="/flows/ECO-LIC-01"]')).toBeVisible();
  await expectFine(page);
  await page.getByRole('link', { name: words.visit, exact: true }).click();
  await page.getByRole('textbox').first().fill('现场勘验与核查');
  await page.locator('input[type=date]').fill('2099-01-01');
  await page.getByRole('button', { name: words.look, exact: true }).click();
  await expect(page.getByRole('table')).toContainText('现场勘验与核查');
  await expectFine(page);

  // What one has taken stays in the draft, which both screens share: each takes another.
  await page.goto('/staff/administration/flows/ECO-LIC-01');
  const taken = page.getByText(words.taken);
  await expect(taken.first()).toBeVisible();
  const before = await taken.count();
  const library = page.getByLabel(words.pickFrom);
  const wanted = project.name === 'phone' ? words.visit : words.experts;
  await library.selectOption({ label: await optionOf(library, wanted) });
  await page.getByRole('button', { name: words.takeIt, exact: true }).click();
  await expect(taken).toHaveCount(before + 1);
  await expectFine(page);
});

/** The whole label of the one that begins so. */
async function optionOf(select: Locator, name: string): Promise<string> {
  return (await select.locator('option').filter({ hasText: name }).first().innerText()).trim();
}
