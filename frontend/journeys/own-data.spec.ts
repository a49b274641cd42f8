import { readFileSync } from 'node:fs';
import { applied, CLERK, signIn, token, trackingPath } from './support/casework';
import { authorization, NAME, registered, signInAs } from './support/citizens';
import { expect, expectAccessible, expectContained, LANGUAGES, open, test } from './support/page';

const WORDS = {
  'zh-CN': {
    data: '我的信息',
    all: '下载我的全部信息',
    who: '谁看过',
    copy: '下载我的信息',
    ask: '申请删除',
    opened: '打开办件（已遮盖）',
    nobody: '还没有人看过',
    open: '办件尚未办结',
    none: '没有删除请求',
  },
  en: {
    data: 'My data',
    all: 'Download everything about me',
    who: 'Who looked',
    copy: 'Download my data',
    ask: 'Ask for deletion',
    opened: 'Opened the case (masked)',
    nobody: 'Nobody has looked yet',
    open: 'case',
    none: 'No deletion requests',
  },
} as const;

for (const language of LANGUAGES) {
  const words = WORDS[language];

  test(`an account sees who looked and takes a copy (${language})`, async ({ page, request }) => {
    const phone = await registered(request);
    const { number, code } = await applied(request);
    const added = await request.post('/api/v1/me/cases', {
      headers: await authorization(request, phone),
      data: { caseNumber: number, trackingCode: code },
    });
    expect(added.status()).toBe(200);
    await request.get(`/api/v1/cases/${number}`, {
      headers: { Authorization: `Bearer ${await token(request, CLERK)}` },
    });

    await signInAs(page, phone, { language });
    await page.getByRole('link', { name: words.data, exact: true }).click();
    await expect(page.getByText(words.opened)).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: words.all }).click();
    const copy = JSON.parse(readFileSync(await (await download).path(), 'utf8'));
    expect(copy.account.phone).toBe(phone);
    expect(copy.cases.map((each: { caseNumber: string }) => each.caseNumber)).toEqual([number]);
    await expectAccessible(page);
  });

  test(`number and code are enough for one's own data (${language})`, async ({ page, request }) => {
    const keys = await applied(request);
    await open(page, trackingPath(keys), { language });
    const part = page.locator('#data');
    await part.getByRole('button', { name: words.who }).click();
    await expect(part.getByText(words.nobody)).toBeVisible();
    const download = page.waitForEvent('download');
    await part.getByRole('button', { name: words.copy }).click();
    const copy = JSON.parse(readFileSync(await (await download).path(), 'utf8'));
    expect(copy.applicant.name).toBe(NAME);
    // While the case is open nothing is deleted, and it is said why.
    await part.getByRole('button', { name: words.ask }).click();
    const dialog = page.getByRole('dialog');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: words.ask }).click();
    await expect(part.getByRole('alert')).toContainText(words.open);
    await expectAccessible(page);
    await expectContained(page);
  });

  test(`the staff have a place for deletion requests (${language})`, async ({ page }) => {
    await signIn(page, 'das.administrator', { language, path: '/staff/deletions' });
    await expect(page.getByText(words.none).or(page.locator('main ul > li').first())).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
  });
}
