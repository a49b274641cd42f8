import {
  acted,
  applied,
  APPROVER,
  CLERK,
  REVIEWER,
  signIn,
  signOut,
  trackingPath,
} from './support/casework';
import { expect, expectAccessible, expectContained, LANGUAGES, open, test } from './support/page';

const WORDS = {
  'zh-CN': {
    documents: '文书',
    refusal: '不予行政许可决定书',
    receipt: '收件凭证',
    back: '返回办件',
    genuine: '真实：由本系统出具',
    check: '核验',
    register: '用印登记',
    of: '文号或办件编号',
    csv: '下载表格（CSV）',
  },
  en: {
    documents: 'Documents',
    refusal: 'Decision not to grant the licence',
    receipt: 'Receipt of application materials',
    back: 'Back to the case',
    genuine: 'Genuine: issued by this system',
    check: 'Check',
    register: 'Register of seal uses',
    of: 'Document or case number',
    csv: 'Download as a table (CSV)',
  },
} as const;

for (const language of LANGUAGES) {
  const words = WORDS[language];
  test(`what was decided is read, printed, checked and registered (${language})`, async ({
    page,
    request,
  }) => {
    test.setTimeout(120_000);
    const begun = await applied(request);
    await acted(request, CLERK, begun.number, 'accept', { confirmedRisk: true });
    await acted(request, REVIEWER, begun.number, 'advance', { confirmedRisk: true });
    await acted(request, APPROVER, begun.number, 'decide', {
      decision: 'refuse',
      reason: '设备检验不合格',
      confirmedRisk: true,
    });

    // The applicant finds it on the tracking page.
    await open(page, trackingPath(begun), { language });
    const section = page.getByRole('region', { name: words.documents, exact: true });
    await expect(section.getByRole('listitem')).toHaveCount(4);
    await expectAccessible(page);
    await section.getByRole('link', { name: words.refusal }).click();
    const sheet = page.getByRole('article');
    await expect(sheet.getByRole('heading', { level: 1 })).toContainText('不予行政许可决定书');
    await expect(sheet).toContainText('王小明');
    await expect(sheet).toContainText('设备检验不合格');
    await expect(sheet).toContainText('六十日内向晴川市人民政府申请行政复议');
    await expect(sheet).toContainText('六个月内依法直接向望川区人民法院提起行政诉讼');
    await expect(sheet.getByRole('img', { name: /行政审批专用章/ })).toBeVisible();
    const aid = sheet.getByText('within sixty days of receiving it', { exact: false });
    await expect(aid).toHaveCount(language === 'en' ? 1 : 0);
    await expectAccessible(page);
    await expectContained(page);

    // On paper there is the document and nothing else.
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('link', { name: words.back })).toBeHidden();
    await expect(sheet).toBeVisible();
    await page.emulateMedia({ media: 'screen' });

    const number = (await sheet
      .getByText(/不准〔\d{4}〕\d+号/)
      .first()
      .textContent())!.trim();
    const code = (await sheet.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent())!;
    await page.getByRole('link', { name: words.back }).click();
    await expect(page).toHaveURL(/\/track#/);
    await expect(section).toBeVisible();

    // Anybody checks it, and a wrong code says nothing.
    await page.goto('/documents/verify');
    await page.locator('#verify-number').fill(number);
    await page.locator('#verify-code').fill(code.toLowerCase());
    await page.getByRole('button', { name: words.check, exact: true }).click();
    await expect(page.getByRole('heading', { name: words.genuine })).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await page.locator('#verify-code').fill('0000-0000');
    await page.getByRole('button', { name: words.check, exact: true }).click();
    await expect(page.getByRole('heading', { level: 2 }).first()).not.toHaveText(words.genuine);
    await expect(page.getByText('王小明')).toHaveCount(0);

    // The staff find it in the case, and its seal in the register.
    await signIn(page, REVIEWER, { language, path: `/staff/cases/${begun.number}` });
    await page.getByRole('link', { name: words.refusal }).click();
    await expect(page.getByRole('article')).toContainText('王');
    await expect(page.getByRole('article')).not.toContainText('王小明');
    await expectAccessible(page);
    await page.goto(`/staff/seal-uses?of=${begun.number}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.register);
    await expect(page.getByText(number)).toBeVisible();
    await expect(page.getByText(APPROVER).first()).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: words.csv }).click();
    expect((await download).suggestedFilename()).toMatch(/\.csv$/);
    await signOut(page);
  });
}
