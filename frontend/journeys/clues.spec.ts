import type { APIRequestContext } from '@playwright/test';
import { actedAt, signIn, signOut } from './support/casework';
import {
  expect,
  expectAccessible,
  expectContained,
  LANGUAGES,
  open,
  shoot,
  test,
} from './support/page';

const HEAD = 'discipline.head1';
const SECOND_HEAD = 'discipline.head2';
const INVESTIGATOR = 'discipline1';
const REVIEWER = 'discipline2';

/** Whom it is about: somebody of their own for each language, as a letter is theirs alone. */
const WRONGLY_ACCUSED = {
  'zh-CN': { account: 'mar.issuer1', name: '昝睿达', department: 'mar' },
  en: { account: 'hou.issuer1', name: '褚振华', department: 'hou' },
};

/** Something done to a clue over the API, as it stands. */
const acted = (
  request: APIRequestContext,
  account: string,
  number: string,
  action: string,
  data: object,
) => actedAt(request, account, `/api/v1/clues/${number}`, action, data);

for (const language of LANGUAGES) {
  const english = language === 'en';
  const say = (chinese: string, inEnglish: string) => (english ? inEnglish : chinese);
  const accused = WRONGLY_ACCUSED[language];

  test(`somebody wrongly accused is cleared aloud (${language})`, async ({ page, request }, {
    project,
  }) => {
    const looks = async (name: string) => {
      await expectAccessible(page);
      await expectContained(page);
      await shoot(page, `${name}-${project.name}-${language}`);
    };
    const act = async (name: string) => {
      await page.getByRole('button', { name, exact: true }).click();
      return page.getByRole('dialog');
    };
    const submit = () => page.getByRole('dialog').locator('button[type=submit]').click();
    const label = (chinese: string, inEnglish: string) =>
      page.getByLabel(say(chinese, inEnglish), { exact: true });

    await signIn(page, 'supervisor1', { language, path: '/staff/hand-in' });
    const send = page.getByRole('button', { name: say('移送', 'Hand in'), exact: true });
    await send.click();
    await expect(page.getByRole('alert')).toBeVisible();
    await looks('clue-hand-in');
    const today = new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10);
    await label('收到日期', 'Received on').fill(today);
    await label('事由', 'In short').fill('反映制证人员索要快递费');
    await label('反映内容', 'What was said or seen').fill(
      `${accused.name}发证时索要快递费二十元。`,
    );
    await label('所在部门', 'Department').selectOption(accused.department);
    await label('被反映人', 'Whom it is about').fill(accused.name);
    await label('反映人', 'Who brought it').fill('旅程先');
    await label('反映人电话', 'Their telephone').fill('0990-7654322');
    await send.click();
    const done = page.getByText(/XS\d{8}-\d{6}/);
    await expect(done).toBeVisible();
    const number = /XS\d{8}-\d{6}/.exec(await done.innerText())![0];
    await signOut(page);

    await signIn(page, HEAD, { language, path: '/staff/clues' });
    await expect(page.getByText('督查发现现场核查记录代签')).toBeVisible();
    await looks('clue-pool');
    await page.getByRole('link', { name: number }).click();
    const dispatching = await act(say('分办', 'Dispatch'));
    await dispatching
      .getByLabel(say('承办人', 'Investigator'), { exact: true })
      .selectOption(INVESTIGATOR);
    await dispatching.getByLabel(say('审理人', 'Reviewer'), { exact: true }).selectOption(REVIEWER);
    await shoot(page, `clue-dispatch-${project.name}-${language}`);
    await submit();
    await expect(
      page.getByText(say('待提处置意见', 'Awaits a proposal'), { exact: true }),
    ).toBeVisible();
    await acted(request, INVESTIGATOR, number, 'propose', {
      disposal: 'verification',
      words: '可以查证，拟初步核实。',
    });
    await acted(request, HEAD, number, 'approve', {});
    await acted(request, INVESTIGATOR, number, 'report', {
      outcome: 'cleared',
      words: '快递费由快递公司收取，本人没有经手。反映的问题不属实。',
    });
    await acted(request, REVIEWER, number, 'agree', { words: '事实清楚，同意。' });

    await page.reload();
    const deciding = await act(say('决定', 'Decide'));
    await deciding.getByLabel(say('内容', 'Words'), { exact: true }).fill('不属实，予以澄清。');
    await deciding
      .getByLabel(say('给本人的函件', 'Letter to the person'), { exact: true })
      .fill(`${accused.name}同志：反映您索要快递费的问题不属实，予以澄清。`);
    await deciding
      .getByLabel(say('给反映人的反馈', 'What whoever brought it is told'), { exact: true })
      .fill('快递费由快递公司收取，没有发现索要费用。');
    await looks('clue-decide');
    await submit();
    await expect(
      page.getByText(say('待澄清', 'To be cleared'), { exact: true }).first(),
    ).toBeVisible();
    await looks('clue');
    await signOut(page);

    await signIn(page, accused.account, { language, path: '/staff/letters' });
    await expect(page.getByText('予以澄清').first()).toBeVisible();
    await page.getByRole('radio', { name: say('公开澄清', 'In public') }).check();
    await looks('clue-letter');
    await page.getByRole('button', { name: say('确定', 'Say so'), exact: true }).click();
    await expect(
      page.getByText(say('您希望公开澄清。', 'You want it said in public.')),
    ).toBeVisible();
    await signOut(page);

    await signIn(page, SECOND_HEAD, { language, path: `/staff/clues/${number}/publication` });
    const title = `为${accused.name}同志澄清`;
    await label('事由', 'In short').fill(title);
    await label('事实', 'What happened').fill('反映的索要快递费问题，经核查不属实。');
    await label('处理结果', 'What was decided').fill('经本人同意，现予以公开澄清。');
    await looks('clue-publication');
    await page.getByRole('button', { name: say('公开', 'Publish'), exact: true }).click();
    await expect(page.getByText(say('已经公开', 'It is public')).first()).toBeVisible();
    await signOut(page);

    await open(page, '/discipline', { language });
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await expect(
      page.getByRole('heading', { name: '休假前不交接，审批件滞留七个工作日' }),
    ).toBeVisible();
    await looks('clues-public');
  });
}
