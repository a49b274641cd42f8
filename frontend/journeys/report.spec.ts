import type { APIRequestContext } from '@playwright/test';
import { password, signIn, signOut, token } from './support/casework';
import {
  expect,
  expectAccessible,
  expectContained,
  LANGUAGES,
  open,
  shoot,
  test,
} from './support/page';

const INVESTIGATOR = 'discipline1';
const ACCUSED = { account: 'discipline3', name: '沈知白', nameEn: 'Shen Zhibai' };

/** The report that was filed with this public key, as an investigator's program finds it. */
async function filedWith(request: APIRequestContext, publicKey: string): Promise<string> {
  const headers = { Authorization: `Bearer ${await token(request, INVESTIGATOR)}` };
  const listed = await request.get('/api/v1/report-desk/reports?state=new&limit=100', { headers });
  for (const { id } of (await listed.json()).items) {
    const report = await request.get(`/api/v1/report-desk/reports/${id}`, { headers });
    if ((await report.json()).publicKey === publicKey) return id;
  }
  throw new Error('It was not filed');
}

for (const language of LANGUAGES) {
  const english = language === 'en';
  const say = (chinese: string, inEnglish: string) => (english ? inEnglish : chinese);

  test(`an anonymous report is filed, answered, read with its receipt and decided (${language})`, async ({
    page,
    request,
  }, { project }) => {
    const shot = (name: string) => shoot(page, `report-${name}-${project.name}-${language}`);
    const what = `${say('采购时指定供货商', 'A supplier was chosen beforehand')} ${Date.now()}`;

    await open(page, '/report', { language });
    const form = page.getByRole('main');
    await expect(form.getByLabel(say('发生了什么', 'What happened'))).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('page');
    const send = page.getByRole('button', { name: say('密封并发送', 'Seal and send') });
    await send.click();
    await expect(
      page.getByText(say('请写明发生了什么', 'Say what happened')).first(),
    ).toBeVisible();
    await form.getByLabel(say('发生了什么', 'What happened')).fill(what);
    const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 40, height: 40 } });
    await form
      .getByLabel(say('附件', 'Attachments'))
      .setInputFiles({ name: 'IMG_20260412.png', mimeType: 'image/png', buffer: picture });
    await expect(page.getByText(say('已去掉拍摄信息', 'nothing describes it'))).toBeVisible();
    await expect(page.getByText('IMG_20260412')).toHaveCount(0);

    // It is about one of those who would read it: two remain, and nobody else can be left out.
    const accused = form.getByRole('checkbox', { name: say(ACCUSED.name, ACCUSED.nameEn) });
    await accused.check();
    await expect(form.getByRole('checkbox', { disabled: true })).toHaveCount(2);
    await accused.scrollIntoViewIfNeeded();
    await expectAccessible(page);
    await shot('left-out');

    const sent = page.waitForRequest((each) => each.url().endsWith('/api/v1/sealed-reports'));
    await send.click();
    const filing = await sent;
    expect(filing.postData()).not.toContain(what);
    expect(await filing.headerValue('cookie')).toBeNull();
    expect(await filing.headerValue('authorization')).toBeNull();
    await expect(
      page.getByRole('heading', { level: 1, name: say('请抄下回执', 'Write down your receipt') }),
    ).toBeFocused();
    await expect(page.locator('main code')).toHaveCount(9);
    const groups = await page.locator('main code').allTextContents();
    await expectAccessible(page);
    await expectContained(page);
    await shot('receipt');
    const check = page.getByLabel(say('输入最后三组', 'Type the last three groups'));
    await check.fill('123456789');
    await page.getByRole('button', { name: say('我已抄好', 'I have written it down') }).click();
    await expect(check).toHaveAttribute('aria-invalid', 'true');
    await check.fill(groups.slice(-3).join(' ').toLowerCase());
    await page.getByRole('button', { name: say('我已抄好', 'I have written it down') }).click();
    await expect(page.getByText(say('可以关闭本页', 'You can close this page'))).toBeVisible();
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
    );
    expect(kept).not.toContain(groups[0]);

    // What was loaded to do so is counted nowhere: its names would tell when somebody reported.
    const metrics = await (await request.get('/q/metrics')).text();
    expect(metrics).toContain('http_server_requests');
    expect(metrics).not.toContain('/assets/');

    const id = await filedWith(request, JSON.parse(filing.postData() ?? '{}').publicKey);
    const theirs = { Authorization: `Bearer ${await token(request, ACCUSED.account)}` };
    const hidden = await request.get(`/api/v1/report-desk/reports/${id}`, { headers: theirs });
    expect(hidden.status()).toBe(404);
    await signIn(page, INVESTIGATOR, { language, path: '/staff/reports/recipients' });
    const restore = page.getByRole('button', {
      name: say('恢复到本浏览器', 'Restore to this browser'),
    });
    await expect(restore).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('recipients');
    const backup = await request.get(`/demo/report-keys/${INVESTIGATOR}`);
    await page.getByLabel(say('备份文件', 'Backup file')).setInputFiles({
      name: 'key.json',
      mimeType: 'application/json',
      buffer: await backup.body(),
    });
    await page.getByLabel(say('口令', 'Passphrase'), { exact: true }).first().fill(password());
    await restore.click();
    await expect(page.getByText(say('密钥有效', 'This key is good'))).toBeVisible({
      timeout: 30_000,
    });

    await page.goto('/staff/reports');
    await expect(page.getByRole('row').nth(1)).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('inbox');
    await page.goto(`/staff/reports/${id}`);
    await expect(page.getByText(what)).toBeVisible();
    const download = page.waitForEvent('download');
    await page
      .getByRole('button', { name: say('打开附件 1.jpg', 'Open attachment 1.jpg') })
      .click();
    expect((await download).suggestedFilename()).toBe('1.jpg');
    const answer = say('已调取采购档案', 'The files of the purchase were fetched');
    await page.getByLabel(say('答复', 'Answer'), { exact: true }).fill(answer);
    await send.click();
    await expect(page.getByText(answer)).toBeVisible();
    const close = page.getByRole('button', { name: say('办结', 'Close it') });
    // What was just sent still arrives, and may move the button away under the press.
    await expect(async () => {
      if (await close.isVisible()) await close.click();
      await expect(close).toHaveCount(0, { timeout: 3_000 });
    }).toPass({ timeout: 20_000 });
    await expect(page.getByRole('button', { name: say('开始查看', 'Look into it') })).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('file');
    await signOut(page);

    await page.goto('/report/answer');
    const receipt = page.getByLabel(say('回执', 'Receipt'), { exact: true });
    const written = groups.join('-');
    await receipt.fill(written.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')));
    await page.getByRole('button', { name: say('打开', 'Open'), exact: true }).click();
    await expect(receipt).toHaveAttribute('aria-invalid', 'true');
    await receipt.fill(written.toLowerCase());
    await page.getByRole('button', { name: say('打开', 'Open'), exact: true }).click();
    await expect(page.getByText(answer)).toBeVisible();
    await expect(page.getByText(what)).toBeVisible();
    await expect(page.getByText(say('已经办结。', 'It is closed.'))).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('answer');
  });
}
