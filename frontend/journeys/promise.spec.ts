import { randomInt } from 'node:crypto';
import type { Page } from '@playwright/test';
import { act, attach, signIn, trackingPath } from './support/casework';
import {
  expect,
  expectAccessible,
  expectContained,
  LANGUAGES,
  open,
  shoot,
  test,
} from './support/page';

/** 升放气球活动审批: the organiser's contract may come within five working days of acceptance. */
const ITEM = 'MET-LIC-02';
const WINDOW = 'met.window1';
const APPLICANT = '晴川云上气球有限公司';

const WORDS = {
  'zh-CN': {
    later: /现在没有，签承诺书后补/,
    later5: '签承诺后补，受理之日起5个工作日内提交',
    title: '容缺后补承诺书',
    check: '下一步：核对',
    unsigned: '承诺书的签名须与申请人姓名（名称）一致',
    send: '确认提交',
    track: '查看进展',
    promise: '承诺与后补',
    begins: '受理后起算',
    read: '查看、打印承诺书',
    back: '返回办件',
    accept: '予以受理',
    accepted: '已完成：',
    awaited: '等待后补',
    due: '最迟',
    derivation: '这一天怎么算出来的',
    nothing: '请先选择文件',
    handIn: '提交',
    handedIn: '已提交，审核中',
    open: '承诺跟踪',
    desk: '承诺',
    reject: '不通过',
    reason: '理由（告知申请人）',
    why: '请写明理由',
    approve: '通过',
    done: '已办理',
    kept: '已按期履行',
    item: '升放无人驾驶自由气球、系留气球活动审批',
  },
  en: {
    later: /I don’t have it now and promise to hand it in/,
    later5: 'Promised: within 5 working days of acceptance',
    title: 'Promise to hand in later',
    check: 'Next: check your answers',
    unsigned: 'The signature of the promise has to be the applicant’s own name',
    send: 'Submit',
    track: 'Track the case',
    promise: 'What you promised',
    begins: 'Begins with acceptance',
    read: 'Read and print the promise',
    back: 'Back to the case',
    accept: 'Accept',
    accepted: 'Done: ',
    awaited: 'Awaited',
    due: 'Due by',
    derivation: 'How this day comes about',
    nothing: 'Choose a file first',
    handIn: 'Hand in',
    handedIn: 'Handed in, being looked at',
    open: 'Promises',
    desk: 'Promise',
    reject: 'It isn’t',
    reason: 'Reason (told to the applicant)',
    why: 'Please say why',
    approve: 'It is right',
    done: 'Done',
    kept: 'Kept',
    item: 'Permission to release or fly tethered balloons',
  },
} as const;

/** A social credit code nobody has, with its check character (GB 32100-2015). */
function creditCode(): string {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
  const first = `91990100MA${String(randomInt(1e7)).padStart(7, '0')}`;
  const sum = weights.reduce(
    (so, weight, place) => so + weight * alphabet.indexOf(first[place]!),
    0,
  );
  return first + alphabet[(31 - (sum % 31)) % 31];
}

async function checked(page: Page, name: string): Promise<void> {
  await expectAccessible(page);
  await expectContained(page);
  await shoot(page, name);
}

for (const language of LANGUAGES) {
  const words = WORDS[language];

  test(`what is promised is signed, handed in later and kept (${language})`, async ({
    page,
    browser,
  }, { project }) => {
    test.setTimeout(120_000);
    const shot = (of: Page, name: string) =>
      checked(of, `promise-${name}-${project.name}-${language}`);

    // The contract is still being signed: it is promised instead.
    await open(page, `/apply/${ITEM}`, { language });
    await page.locator('[name="applicant.name"]').fill(APPLICANT);
    await page.locator('[name="applicant.identityNumber"]').fill(creditCode());
    await page.locator('[name="applicant.phone"]').fill('13800138000');
    for (const code of ['M1', 'M3']) {
      await attach(page, `#apply-materials-${code}`, `${code}.pdf`);
    }
    await page.getByRole('checkbox', { name: words.later }).check();
    await expect(page.getByText('5个工作日').first()).toBeVisible();
    await page.getByRole('button', { name: words.check }).click();
    const fault = page.getByRole('alert').getByRole('link', { name: words.unsigned });
    await fault.click();
    await expect(page.locator('[name="promise.signedName"]')).toBeFocused();
    await page.keyboard.type(APPLICANT);
    await expect(fault).toHaveCount(0);
    await shot(page, 'apply');
    await page.getByRole('button', { name: words.check }).click();
    await expect(page.getByText(words.later5)).toBeVisible();
    const signed = page.locator('section', {
      has: page.getByRole('heading', { name: words.desk, exact: true }),
    });
    await expect(signed).toContainText(APPLICANT);
    await shot(page, 'review');
    await page.getByRole('button', { name: words.send, exact: true }).click();

    // It is seen with the case, and read as it was signed.
    const number = (await page.getByText(/^\d{8}-\d{6,}-\d$/).textContent())!;
    const code = (await page
      .getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/)
      .first()
      .textContent())!;
    await page.getByRole('link', { name: words.track }).click();
    const promise = page.getByRole('region', { name: words.promise });
    await expect(promise).toContainText(words.begins);
    await promise.getByRole('link', { name: words.read }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.title);
    await expect(page.getByText(number)).toBeVisible();
    await shot(page, 'paper');
    await page.getByRole('link', { name: words.back }).click();
    await expect(promise).toBeVisible();

    // Once it is accepted, the days run in sight.
    const desk = await (await browser.newContext()).newPage();
    await signIn(desk, WINDOW, { language, path: `/staff/cases/${number}` });
    await act(desk, words.accept);
    await expect(desk.getByText(words.accepted)).toBeVisible();
    await open(page, trackingPath({ number, code }), { language });
    await page.reload();
    await expect(promise).toContainText(words.awaited);
    await expect(promise).toContainText(words.due);
    await promise.getByText(words.derivation).click();
    await expect(promise.locator('details[open] p').first()).toBeVisible();
    await shot(page, 'awaited');
    await promise.getByRole('button', { name: words.handIn, exact: true }).click();
    await expect(promise.getByRole('alert')).toHaveText(words.nothing);
    await attach(promise, 'input[type=file]', '合同.pdf');
    await promise.getByRole('button', { name: words.handIn, exact: true }).click();
    await expect(promise).toContainText(words.handedIn);

    // The clerk finds it among what is to be looked at, and takes it.
    await desk.goto('/staff/promises?show=toReview');
    await expect(desk.getByRole('heading', { level: 1 })).toHaveText(words.open);
    const entry = desk.getByRole('listitem').filter({ hasText: number });
    await expect(entry).not.toContainText(APPLICANT);
    await shot(desk, 'desk');
    await entry.getByRole('link').click();
    const review = desk.getByRole('region', { name: words.desk, exact: true });
    await expect(review).toContainText(words.handedIn);
    await review.getByRole('button', { name: words.reject, exact: true }).click();
    await expect(review.getByLabel(words.reason)).toBeFocused();
    await expect(review).toContainText(words.why);
    await shot(desk, 'case');
    await review.getByRole('button', { name: words.approve, exact: true }).click();
    await expect(review.getByRole('status')).toHaveText(words.done);
    await expect(review).toContainText(words.kept);

    await page.reload();
    await expect(promise).toContainText(words.kept);
    await expect(promise.locator('input[type=file]')).toHaveCount(0);
    await shot(page, 'kept');

    // What others didn't keep stays in sight.
    await desk.goto('/staff/promises?show=broken');
    await expect(desk.getByRole('listitem').filter({ hasText: words.item }).first()).toBeVisible();
    await shot(desk, 'broken');
  });
}
