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

const CLERK = 'urb.window1';
const HEAD = 'urb.approver1';

/** Something done to a request over the API, as it stands. */
const acted = (
  request: APIRequestContext,
  account: string,
  number: string,
  action: string,
  data: object,
) => actedAt(request, account, `/api/v1/info-request-desk/${number}`, action, data);

for (const language of LANGUAGES) {
  const english = language === 'en';
  const say = (chinese: string, inEnglish: string) => (english ? inEnglish : chinese);

  test(`a request for information is extended and answered by two (${language})`, async ({
    page,
    request,
  }, { project }) => {
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

    await open(page, '/information-requests', { language });
    await expect(
      page.getByRole('heading', { name: '滨河花园北侧地块改造方案及工期' }),
    ).toBeVisible();
    await looks('requests');
    await page
      .getByRole('main')
      .getByRole('link', { name: say('我要申请', 'Ask for something') })
      .click();
    const send = page.getByRole('button', { name: say('提交申请', 'Send the request') });
    await send.click();
    await expect(page.getByRole('alert')).toBeVisible();
    await page.getByLabel(say('向哪个部门申请', 'Which department you ask')).selectOption('urb');
    await page.getByLabel(say('要什么信息', 'What you ask for')).fill('枫桥路路灯更换计划');
    await page
      .getByLabel(say('特征描述', 'How to recognise it'))
      .fill('枫桥路2026年路灯更换的计划和进度。');
    await page.getByLabel(say('姓名', 'Name'), { exact: true }).fill('旅程先');
    await page.getByLabel(say('证件号码', 'Document number')).fill('990100198203141016');
    await page.getByLabel(say('电话', 'Telephone'), { exact: true }).fill('0990-7654321');
    await looks('request-new');
    await send.click();
    await expect(
      page.getByRole('heading', { name: say('申请已收到', 'Your request has arrived') }),
    ).toBeVisible();
    await looks('request-receipt');
    const link = page
      .getByRole('main')
      .getByRole('link', { name: say('查办理情况', 'See how far mine is') });
    const fragment = new URLSearchParams((await link.getAttribute('href'))!.split('#')[1]);
    const keys: Keys = { number: fragment.get('number')!, code: fragment.get('code')! };

    await signIn(page, CLERK, { language, path: '/staff/information-requests' });
    await looks('request-desk');
    await page.getByRole('link', { name: keys.number }).click();
    await act(say('登记', 'Register'));
    await submit();
    const asking = await act(say('申请延长', 'Ask for more time'));
    await asking.getByRole('textbox').fill('需要向施工单位核对进度');
    await looks('request-extension');
    await submit();
    await expect(
      page.getByText(say('申请延长', 'More time asked for'), { exact: true }).first(),
    ).toBeVisible();
    await expect(
      page.getByRole('button', { name: say('同意延长', 'Grant more time'), exact: true }),
    ).toHaveCount(0);
    await signOut(page);

    await acted(request, HEAD, keys.number, 'grantExtension', {});
    await acted(request, CLERK, keys.number, 'draft', {
      decision: 'partlyProvided',
      ground: 'commercialSecret',
      words:
        '更换计划予以公开：四月至六月分三段更换，共一百二十盏。报价清单属于商业秘密，不予公开。',
    });
    await signIn(page, HEAD, {
      language,
      path: `/staff/information-requests/${keys.number}`,
    });
    await expect(page.getByText('共一百二十盏').first()).toBeVisible();
    await looks('request-draft');
    await act(say('审核签发', 'Release the answer'));
    await submit();
    await expect(
      page.getByRole('heading', {
        name: say('政府信息公开申请答复书', 'Answer to a request for information'),
      }),
    ).toBeVisible();
    await signOut(page);

    await page.goto(`/information-requests/track#number=${keys.number}&code=${keys.code}`);
    await expect(page.getByText('共一百二十盏').first()).toBeVisible();
    await expect(page.getByText(say('先申请行政复议', 'has to come first')).first()).toBeVisible();
    await expect(
      page.getByText(say('同意延长', 'More time granted'), { exact: true }),
    ).toBeVisible();
    await looks('request-answer');
  });
}
