import { randomUUID } from 'node:crypto';
import { acted, attach, CLERK, ITEM, signIn, token } from './support/casework';
import { authorization, NAME, registered, signInAs } from './support/citizens';
import { expect, expectAccessible, expectContained, LANGUAGES, test } from './support/page';

const AGENT = 'service.daiban1';

const WORDS = {
  'zh-CN': {
    purpose: '代办什么项目或事项',
    until: '授权到哪一天',
    ask: '申请代办',
    waits: '等待代办员接受',
    toSign: '待签署授权',
    agree: /我已阅读并同意/,
    name: '签名',
    sign: '签署',
    inForce: '代办中',
    take: '接受',
    code: '事项编码',
    find: '查找事项',
    apply: '代委托人提交',
    filed: '已提交，办件编号',
    supplement: '待补正',
    handIn: '代委托人补交',
    did: '代为补正材料',
    onCase: '本办件由代办员代办',
    end: '终止代办',
    ends: '终止',
    ended: '已终止',
    rate: '评价代办员',
    grade: '满意',
    rates: '提交评价',
    given: '您的评价',
  },
  en: {
    purpose: 'For what project or matter',
    until: 'Until which day',
    ask: 'Ask for an agent',
    waits: 'Waiting for an agent',
    toSign: 'To be signed',
    agree: /I have read the letter/,
    name: 'Signature',
    sign: 'Sign',
    inForce: 'In force',
    take: 'Take on',
    code: 'Item code',
    find: 'Find the item',
    apply: 'Apply for the client',
    filed: 'Applied for, case',
    supplement: 'Supplement',
    handIn: 'Hand in for the client',
    did: 'Supplemented:',
    onCase: 'An agent acts for the applicant',
    end: 'End it',
    ends: 'End',
    ended: 'Ended',
    rate: 'Rate the agent',
    grade: 'Satisfied',
    rates: 'Rate',
    given: 'Your rating',
  },
} as const;

const inHalfAYear = () => new Date(Date.now() + 182 * 86_400_000).toISOString().slice(0, 10);

for (const language of LANGUAGES) {
  const words = WORDS[language];

  test(`an agent does the errands by a signed letter, in the open (${language})`, async ({
    page,
    request,
    browser,
  }) => {
    const purpose = `茶叶加工厂新建项目 ${randomUUID().slice(0, 6)}`;
    const phone = await registered(request);
    await signInAs(page, phone, { language, path: '/account/agents' });
    await page.getByLabel(words.purpose).fill(purpose);
    await page.getByLabel(words.until).fill(inHalfAYear());
    await page.getByRole('button', { name: words.ask }).click();
    const own = page.getByRole('article', { name: purpose });
    await expect(own.getByText(words.waits)).toBeVisible();

    // An agent takes it on: until then without the client's name.
    const office = await (await browser.newContext()).newPage();
    await signIn(office, AGENT, { language, path: '/staff/agent-requests' });
    await expect(office.getByText(NAME)).toHaveCount(0);
    await expectAccessible(office);
    await office.getByRole('button', { name: `${words.take} ${purpose}` }).click();
    await expect(office.getByRole('heading', { level: 1 })).toContainText(NAME);
    await expect(office.getByRole('button', { name: words.apply })).toHaveCount(0);

    // The client signs the letter that is shown.
    await page.reload();
    await expect(own.getByText(words.toSign)).toBeVisible();
    await expect(own.getByText(/代办不收取任何费用/)).toBeVisible();
    await own.getByLabel(words.agree).check();
    await own.getByLabel(words.name).fill(NAME);
    await expectAccessible(page);
    await expectContained(page);
    await own.getByRole('button', { name: words.sign, exact: true }).click();
    await expect(own.getByText(words.inForce)).toBeVisible();

    // The agent applies; it is the client's own case.
    await office.reload();
    await office.getByLabel(words.code).fill(ITEM);
    await office.getByRole('button', { name: words.find }).click();
    await attach(office, '#apply-M1', '申请书.pdf');
    await attach(office, '#apply-M3', '证明.pdf');
    await expectAccessible(office);
    await expectContained(office);
    await office.getByRole('button', { name: words.apply }).click();
    await expect(office.getByText(words.filed)).toBeVisible();
    const mine = await request.get('/api/v1/me/cases', {
      headers: await authorization(request, phone),
    });
    const number: string = (await mine.json()).items[0].caseNumber;

    // The clerk asks for more, and sees who acts.
    await acted(request, CLERK, number, 'request-correction', {
      missing: [{ materialCode: 'M1', what: '申请书缺少签名' }],
    });
    await office.goto('/staff/agent');
    const duty = office.getByRole('row').filter({ hasText: number });
    await expect(duty.getByText(words.supplement, { exact: true })).toBeVisible();
    await expectAccessible(office);
    await expectContained(office);
    await duty.getByRole('link').last().click();
    await expect(office.getByText('申请书缺少签名').first()).toBeVisible();
    await attach(office, '#supplement-M1', '已签名.pdf');
    await office.getByRole('button', { name: words.handIn }).click();
    await expect(office.getByRole('button', { name: words.handIn })).toHaveCount(0);
    await expectAccessible(office);
    await office.context().close();
    const desk = await (await browser.newContext()).newPage();
    await signIn(desk, CLERK, { language, path: `/staff/cases/${number}` });
    await expect(desk.getByText(words.onCase)).toBeVisible();
    await desk.context().close();

    // The client sees it all, ends it and rates it.
    await page.reload();
    await expect(own.getByText(words.did)).toBeVisible();
    await own.getByText(words.rate).click();
    await own.getByLabel(words.grade, { exact: true }).check();
    await own.getByRole('button', { name: words.rates, exact: true }).click();
    await expect(own.getByText(words.given)).toBeVisible();
    await own.getByRole('button', { name: words.end }).click();
    await page.getByRole('dialog').getByRole('button', { name: words.ends, exact: true }).click();
    await expect(own.getByText(words.ended, { exact: true })).toBeVisible();
    const headers = { Authorization: `Bearer ${await token(request, AGENT)}` };
    const agencies = await request.get('/api/v1/agent-desk', { headers });
    expect(
      (await agencies.json()).duties.filter(
        (each: { reference?: string }) => each.reference === number,
      ),
    ).toEqual([]);
  });
}
