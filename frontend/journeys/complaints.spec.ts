import type { APIRequestContext } from '@playwright/test';
import { actedAt, type Keys, signIn, signOut } from './support/casework';
import {
  expect,
  expectAccessible,
  expectContained,
  LANGUAGES,
  open,
  shoot,
  test,
} from './support/page';

const SCREENER = 'petition.screener1';
const FIRST = 'urb.window1';
const SECOND = 'urb.reviewer1';

/** Something done to a complaint over the API, as it stands. */
const acted = (
  request: APIRequestContext,
  account: string,
  number: string,
  action: string,
  data: object,
) => actedAt(request, account, `/api/v1/complaint-desk/${number}`, action, data);

for (const language of LANGUAGES) {
  const english = language === 'en';
  const say = (chinese: string, inEnglish: string) => (english ? inEnglish : chinese);

  test(`who isn't satisfied is answered by another person (${language})`, async ({
    page,
    request,
  }, { project }) => {
    const shot = (name: string) => shoot(page, `${name}-${project.name}-${language}`);
    const looks = async (name: string) => {
      await expectAccessible(page);
      await expectContained(page);
      await shot(name);
    };
    await open(page, '/complaints', { language });
    await expect(page.getByText('清河路路灯连续三晚不亮')).toBeVisible();
    await page.getByRole('main').getByRole('searchbox').fill('加装电梯');
    await page
      .getByRole('main')
      .getByRole('button', { name: say('搜索', 'Search') })
      .click();
    await expect(page.getByText('清河路路灯连续三晚不亮')).toHaveCount(0);
    await expect(page.getByRole('heading', { name: '老小区加装电梯怎么申请' })).toBeVisible();
    await looks('complaints');

    await page
      .getByRole('link', { name: say('我要说', 'Say something'), exact: true })
      .first()
      .click();
    await page.getByRole('button', { name: say('提交', 'Send'), exact: true }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await page.getByRole('radio', { name: say('有件事没办好', 'Something went wrong') }).check();
    await page.getByLabel(say('用一句话说', 'In one line')).fill('枫桥路路灯不亮');
    await page
      .getByLabel(say('详细说说', 'Tell us more'))
      .fill('枫桥路菜场门口的路灯三晚不亮，很不安全。');
    await page.getByRole('radio', { name: say('办理部门不看到', "doesn't see my name") }).check();
    await page.getByLabel(say('姓名', 'Name'), { exact: true }).fill('旅程先');
    await page.getByLabel(say('电话', 'Telephone'), { exact: true }).fill('0990-7654321');
    await page.getByRole('button', { name: say('提交', 'Send'), exact: true }).click();
    await expect(
      page.getByRole('heading', { name: say('类似的问题', 'Something like it') }),
    ).toBeVisible();
    await looks('complaint-new');
    await page.getByRole('button', { name: say('仍然提交', 'Send it all the same') }).click();
    await expect(
      page.getByRole('heading', { name: say('已经收到', 'It has arrived') }),
    ).toBeVisible();
    await looks('complaint-receipt');
    const link = page
      .getByRole('main')
      .getByRole('link', { name: say('查办理情况', 'See how far mine is') });
    const fragment = new URLSearchParams((await link.getAttribute('href'))!.split('#')[1]);
    const keys: Keys = { number: fragment.get('number')!, code: fragment.get('code')! };

    await acted(request, SCREENER, keys.number, 'screen', { kind: 'complaint' });
    await acted(request, SCREENER, keys.number, 'assign', { department: 'urb' });
    await signIn(page, FIRST, { language, path: '/staff/complaints' });
    const listed = page.getByRole('link', { name: keys.number });
    await expect(listed).toBeVisible();
    await looks('desk');
    await listed.click();
    await expect(page.getByText('旅程先')).toHaveCount(0);
    await page.getByRole('button', { name: say('受理', 'Take up') }).click();
    await page.getByRole('dialog').locator('button[type=submit]').click();
    await page.getByRole('button', { name: say('答复', 'Answer'), exact: true }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('已派人查看。');
    await looks('desk-reply');
    await page.getByRole('dialog').locator('button[type=submit]').click();
    await expect(page.getByText(say('已答复', 'Answered')).first()).toBeVisible();
    await looks('desk-complaint');
    await signOut(page);

    const track = `/complaints/track#number=${keys.number}&code=${keys.code}`;
    await page.goto(track);
    await page.getByRole('radio', { name: say('不满意', 'Not satisfied') }).check();
    await looks('complaint-track');
    await page.getByRole('button', { name: say('提交评价', 'Send') }).click();
    await expect(
      page.getByText(say('交由另一人重办', 'another person handles it')).first(),
    ).toBeVisible();

    await acted(request, SECOND, keys.number, 'takeUp', {});
    await acted(request, SECOND, keys.number, 'reply', { words: '路灯已修好，并加装一盏。' });
    await page.reload();
    await expect(page.getByText('路灯已修好，并加装一盏。').first()).toBeVisible();
    await page.getByRole('radio', { name: say('满意', 'Satisfied'), exact: true }).check();
    await page.getByRole('button', { name: say('提交评价', 'Send') }).click();
    await expect(page.getByText(say('已经办结', 'It is closed')).first()).toBeVisible();
    await looks('complaint-closed');
  });
}
