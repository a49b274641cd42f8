import { randomUUID } from 'node:crypto';
import { actedAt, signIn, signOut } from './support/casework';
import { registered, signInAs } from './support/citizens';
import {
  expect,
  expectAccessible,
  expectContained,
  LANGUAGES,
  open,
  shoot,
  test,
} from './support/page';

const OFFICE = 'petition.screener1';
const ANSWERER = 'mar.reviewer1';

const day = (years: number) => {
  const today = new Date(Date.now() + 8 * 3600 * 1000);
  today.setUTCFullYear(today.getUTCFullYear() + years);
  return today.toISOString().slice(0, 10);
};

for (const language of LANGUAGES) {
  const english = language === 'en';
  const say = (chinese: string, inEnglish: string) => (english ? inEnglish : chinese);

  test(`a people's supervisor asks, is answered in time, and signs for a document (${language})`, async ({
    page,
    request,
  }, { project }) => {
    test.setTimeout(240_000);
    const looks = async (name: string) => {
      await expectAccessible(page);
      await expectContained(page);
      await shoot(page, `${name}-${project.name}-${language}`);
    };
    const press = (chinese: string, inEnglish: string) =>
      page
        .getByRole('button', { name: say(chinese, inEnglish), exact: true })
        .first()
        .click();
    const submit = () => page.getByRole('dialog').locator('button[type=submit]').click();
    const mark = randomUUID().slice(0, 8);
    const title = `延续许可为何要再交执照 ${mark}`;

    // The office appoints, and the letter has a code.
    const phone = await registered(request);
    await signIn(page, OFFICE, { language, path: '/staff/council/members' });
    await expect(page.getByText('晴川澄光食品有限公司')).toBeVisible();
    await looks('council-members');
    await press('聘任会员', 'Appoint a member');
    await submit();
    await expect(page.locator('#act-name-error')).toBeVisible();
    const certificate = `晴优聘-${mark}`;
    await page.locator('#act-certificate').fill(certificate);
    await page.locator('#act-name').fill('祝长庚');
    await page.locator('#act-organisation').fill('晴川市个体私营经济协会');
    await page.locator('#act-appointedBy').fill('晴川市优化营商环境办公室');
    await page.locator('#act-servesFrom').fill(day(0));
    await page.locator('#act-servesUntil').fill(day(2));
    await looks('council-appoint');
    await submit();
    const invitation = page.getByRole('status').filter({ hasText: certificate.toUpperCase() });
    await expect(invitation).toBeVisible();
    const code = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(await invitation.innerText())![0];
    await signOut(page);

    // Whoever has the letter joins, and asks.
    await signInAs(page, phone, { language, path: '/account/council' });
    await press('加入', 'Join');
    await expect(page.locator('#join-code-error')).toBeVisible();
    await looks('council-join');
    await page.locator('#join-certificate').fill(certificate);
    await page.locator('#join-code').fill(code);
    await page.getByRole('checkbox').check();
    await press('加入', 'Join');
    await expect(
      page.getByRole('link', { name: '食品生产许可延续能否不再交营业执照复印件' }),
    ).toBeVisible();
    await looks('council-room');
    await page.getByRole('link', { name: say('发起议题', 'Begin a topic') }).click();
    await page.getByRole('radio', { name: say('咨询提问', 'Question') }).check();
    await page.locator('#topic-department').selectOption('mar');
    await page.locator('#topic-title').fill(title);
    await page.locator('#topic-words').fill('祝长庚：办理延续时，窗口仍然要求交营业执照复印件。');
    await looks('council-new');
    await press('发表', 'Send');
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(
      page.getByText(say('待审核', 'Waits to be looked through'), { exact: true }).first(),
    ).toBeVisible();
    const number = /JD\d{8}-\d{6}/.exec(decodeURIComponent(page.url()))![0];
    await press('退出登录', 'Sign out');
    await expect(page.locator('#account-name')).toBeVisible();

    // The office looks it through and asks the department.
    await signIn(page, OFFICE, { language, path: '/staff/council' });
    await looks('council-desk');
    await page.getByRole('link', { name: number }).click();
    await press('通过', 'Release');
    await submit();
    await expect(page.getByText(say('交流中', 'Open'), { exact: true }).first()).toBeVisible();
    await press('转部门答复', 'Ask a department');
    await expect(page.locator('#act-department')).toHaveValue('mar');
    await submit();
    await expect(
      page.getByText(say('待部门答复', 'Waits for a department'), { exact: true }).first(),
    ).toBeVisible();
    await looks('council-topic-desk');
    await actedAt(request, ANSWERER, `/api/v1/council-desk/topics/${number}`, 'answer', {
      words: '已取消，由窗口通过数据共享核对。',
    });
    await page.goto(`/staff/council/topics/${number}/publication`);
    await expect(page.locator('#publish-question')).not.toHaveValue(/祝长庚/);
    await looks('council-publication');
    await press('公开', 'Publish');
    await expect(page.getByText(say('已公开', 'Public'), { exact: true }).first()).toBeVisible();

    // A document for those who supervise.
    await page.goto('/staff/council/documents');
    await page
      .getByRole('checkbox', { name: say('发展环境监督员', "People's supervisor") })
      .check();
    await page.locator('#document-title').fill(`座谈会通知 ${mark}`);
    await page.locator('#document-words').fill('定于下周三召开座谈会，收到请签收。');
    await press('发送', 'Send');
    await expect(page.getByRole('heading', { name: `座谈会通知 ${mark}` })).toBeVisible();
    await looks('council-documents-desk');
    await signOut(page);

    await signInAs(page, phone, { language, path: `/account/council/topics/${number}` });
    await expect(page.getByText('已取消，由窗口通过数据共享核对。')).toBeVisible();
    await expect(page.getByText(say('按期', 'In time'), { exact: true }).first()).toBeVisible();
    await looks('council-topic');
    await page.goto('/account/council/documents');
    const paper = page.getByRole('article', { name: `座谈会通知 ${mark}` });
    await paper.getByRole('button', { name: say('签收', 'Sign for it'), exact: true }).click();
    await expect(
      paper.getByText(say('已签收', 'Signed for'), { exact: false }).last(),
    ).toBeVisible();
    await looks('council-documents');

    await open(page, '/council', { language });
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await expect(page.getByText('祝长庚').first()).toBeVisible();
    await looks('council-public');
  });
}
