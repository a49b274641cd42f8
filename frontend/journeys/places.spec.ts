import type { Page } from '@playwright/test';
import { ADMINISTRATOR, signIn, trackingPath } from './support/casework';
import {
  expect,
  expectAccessible,
  expectContained,
  LANGUAGES,
  open,
  shoot,
  test,
} from './support/page';

const AGENT = 'agent.shangzha';

/** Fills in who it is that another region decides about, takes it in, and opens the case. */
async function takeIn(page: Page, english: boolean, shot: () => Promise<void>) {
  await page.getByLabel(english ? 'Name' : '姓名或名称', { exact: true }).fill('骆远山');
  await page.getByRole('textbox', { name: english ? 'Telephone' : '联系电话' }).fill('13812345679');
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await page.getByRole('radio', { name: english ? 'Collected here' : '到这里领取' }).check();
  await expectAccessible(page);
  await expectContained(page);
  await shot();
  await page.getByRole('button', { name: english ? /^Take in and/ : /^收件并/ }).click();
  await expect(page.getByRole('heading', { name: english ? 'Taken in' : '已收件' })).toBeVisible();
  const [number = '', code = ''] = await page.getByRole('status').locator('dd').allInnerTexts();
  await page.getByRole('link', { name: english ? 'Open the case' : '打开办件' }).click();
  return { number, code };
}

for (const language of LANGUAGES) {
  const english = language === 'en';

  test(`one finds where to go and what can be done there (${language})`, async ({ page }, {
    project,
  }) => {
    const shot = (name: string) => shoot(page, `${name}-${project.name}-${language}`);
    await open(page, '/places', { language });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('places');
    await page.getByRole('searchbox').last().fill('上闸');
    await page.getByRole('button', { name: english ? 'Find' : '查找' }).click();
    await page
      .getByRole('link', { name: english ? 'Shangzha Village Service Room' : '上闸村便民服务室' })
      .click();
    await expect(
      page.getByRole('heading', { name: english ? "The room's standard" : '服务室标准' }),
    ).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('room');
    await open(page, '/services/FOR-LIC-01#nearby', { language });
    const nearby = page.getByRole('region', { name: english ? 'Near you' : '就近办' });
    await expect(nearby.getByRole('link').first()).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('item');
    await page
      .getByRole('link', { name: english ? 'Book a time at a window' : '预约到窗口办' })
      .click();
    await expect(
      page.getByRole('heading', { level: 1, name: english ? 'Book an appointment' : '预约办理' }),
    ).toBeVisible();
    await expect(page.getByText(english ? 'General window' : '综合窗口').first()).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('item-windows');
    await page
      .getByRole('link', { name: english ? /^Choose a time .*General/ : /^选时间 .*综合窗口/ })
      .first()
      .click();
    await expect(page.getByText(english ? 'For:' : '办理事项：')).toBeVisible();
    await expect(page.getByLabel(english ? 'Which day' : '哪一天')).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('item-book');
    await open(page, '/apply/FOR-LIC-01', { language });
    await page
      .getByLabel(english ? 'Where to collect the result' : '在哪里领取结果')
      .selectOption('centre-01100');
    await expectAccessible(page);
  });

  test(`a township takes in, and an agent files for a neighbour (${language})`, async ({ page }, {
    project,
  }) => {
    test.setTimeout(120_000);
    const shot = (name: string) => shoot(page, `${name}-${project.name}-${language}`);
    await signIn(page, AGENT, { language, path: '/staff/intake' });
    await page.getByLabel(english ? 'Item' : '事项', { exact: true }).selectOption('DIS-CON-01');
    await page.getByRole('button', { name: english ? /^Take in and/ : /^收件并/ }).click();
    await expect(page.getByRole('alert')).toBeFocused();
    await page.getByLabel(english ? 'Name' : '姓名或名称', { exact: true }).fill('郑小满');
    await page
      .getByRole('textbox', { name: english ? 'Telephone' : '联系电话' })
      .fill('13812345678');
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    await page
      .getByLabel(english ? 'Where to collect the result' : '在哪里领取结果')
      .selectOption('centre-01100');
    await expectAccessible(page);
    await expectContained(page);
    await shot('intake');
    await page.getByRole('button', { name: english ? /^Take in and/ : /^收件并/ }).click();
    await expect(
      page.getByRole('heading', { name: english ? 'Taken in' : '已收件' }),
    ).toBeVisible();
    await shot('taken-in');
    await page.getByRole('link', { name: english ? 'Open the case' : '打开办件' }).click();
    await expect(
      page.getByRole('heading', { name: english ? 'Handed in and collected' : '收件与领取' }),
    ).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('case');

    await open(page, '/staff/places', { language });
    await page.getByRole('button', { name: english ? 'New entry' : '登记一条' }).click();
    await page.getByRole('button', { name: english ? 'Save' : '保存' }).click();
    await expect(page.getByRole('alert')).toBeFocused();
    await page.getByLabel(english ? 'Name' : '姓名', { exact: true }).fill('何大爷');
    await page.getByLabel(english ? 'About what' : '事由').fill('问养老金认证怎么办');
    await page.getByLabel(english ? 'What was done' : '怎么办的').fill('帮他在手机上办好了');
    await expectAccessible(page);
    await page.getByRole('button', { name: english ? 'Save' : '保存' }).click();
    await expect(page.getByText('问养老金认证怎么办').first()).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('register');
  });

  test(`a window takes in for another region, and both are told (${language})`, async ({ page }, {
    project,
  }) => {
    test.setTimeout(90_000);
    const shot = (name: string) => shoot(page, `${name}-${project.name}-${language}`);
    await signIn(page, 'township.liupu', { language, path: '/staff/intake' });
    await page.getByLabel(english ? 'Item' : '事项', { exact: true }).selectOption('VET-SRV-01');
    await page
      .getByLabel(english ? 'Which region decides' : '由哪里办理')
      .selectOption('990102001000');
    const { number, code } = await takeIn(page, english, () => shot('elsewhere'));
    const places = page.getByRole('main');
    await expect(
      places.getByText(english ? 'Decided in' : '办理地', { exact: true }),
    ).toBeVisible();
    await expect(
      places.getByText(english ? 'Jiguang Sub-district' : '霁光街道').first(),
    ).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('elsewhere-case');
    await open(page, trackingPath({ number, code }), { language });
    await expect(page.getByText(english ? 'Decided in' : '办理地', { exact: true })).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('elsewhere-track');
    await open(page, '/staff/cross-region', { language });
    await expect(page.getByRole('table')).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('cross-region');
    await open(page, '/services/VET-SRV-01#nearby', { language });
    await expect(
      page.getByRole('region', { name: english ? 'Near you' : '就近办' }).getByText('35号'),
    ).toBeVisible();
    await expectAccessible(page);
    await shot('elsewhere-item');
  });

  test(`what is delegated is there for all, and changed with a preview (${language})`, async ({
    page,
  }, { project }) => {
    test.setTimeout(120_000);
    const shot = (name: string) => shoot(page, `${name}-${project.name}-${language}`);
    await signIn(page, ADMINISTRATOR, { language, path: '/staff/delegations' });
    await page
      .getByLabel(english ? 'Township centre' : '乡镇便民服务中心')
      .selectOption('centre-01100');
    await expectAccessible(page);
    await expectContained(page);
    await shot('delegations');
    await page
      .getByRole('button', { name: english ? /^End/ : /^终止/ })
      .first()
      .click();
    await page.getByLabel(english ? 'Last day' : '最后一天').fill('2027-12-31');
    await page.getByLabel(english ? 'Why' : '原因').fill('部门收回');
    await page.getByRole('button', { name: english ? 'Preview' : '预览' }).click();
    await expect(page.getByRole('button', { name: english ? 'Confirm' : '确认' })).toBeVisible();
    await expectAccessible(page);
    await shot('ending');
    await page.getByRole('button', { name: english ? 'Cancel' : '取消' }).click();
    await open(page, '/staff/liaison', { language });
    await expect(page.getByRole('table')).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('liaison');
  });

  test(`a centre is closed for a day, and everybody sees it (${language})`, async ({ page }, {
    project,
  }) => {
    test.setTimeout(90_000);
    const shot = (name: string) => shoot(page, `${name}-${project.name}-${language}`);
    // Each walks through a centre of its own.
    const place = english ? 'centre-21100' : 'centre-02100';
    const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
    await signIn(page, ADMINISTRATOR, {
      language,
      path: `/staff/administration/places/${place}/opening`,
    });
    await page.getByRole('button', { name: english ? 'Add an entry' : '增加一条' }).click();
    await page.getByLabel(english ? 'From' : '从哪天', { exact: true }).fill(day);
    const preview = page.getByRole('button', { name: english ? /review/ : '预览' });
    await preview.click();
    await expect(page.getByRole('alert').first()).toBeVisible();
    await page
      .getByLabel(english ? 'Why, as the public is told' : '原因（对外公布）')
      .fill('档案室搬迁');
    await preview.click();
    await expect(page.getByText(`${day} — 档案室搬迁`)).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('opening');
    await page.getByRole('button', { name: english ? 'Publish' : '发布' }).click();
    await expect(page.getByRole('main').getByRole('status')).not.toBeEmpty();
    await open(page, `/places/${place}`, { language });
    await expect(page.getByText('档案室搬迁')).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('closed');
  });

  test(`a county's hall takes in for the city, and the paper follows (${language})`, async ({
    page,
  }, { project }) => {
    test.setTimeout(90_000);
    const shot = (name: string) => shoot(page, `${name}-${project.name}-${language}`);
    await signIn(page, 'hall.fengzhu', { language, path: '/staff/waybills' });
    await expect(page.getByText('EZ310042125CN').first()).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('waybills');
    await page
      .getByRole('link', { name: english ? 'Take in' : '窗口收件' })
      .last()
      .click();
    await page.getByLabel(english ? 'Item' : '事项', { exact: true }).selectOption('VET-SRV-01');
    await page
      .getByLabel(english ? 'Which region decides' : '由哪里办理')
      .selectOption('990100000000');
    const { number, code } = await takeIn(page, english, () => shot('hall-intake'));
    await page.getByRole('button', { name: english ? 'Record a shipment' : '登记寄出' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox').first().check();
    await dialog.getByLabel(english ? 'Carrier' : '承运').fill('机要通道');
    await dialog
      .getByLabel(english ? 'Waybill number' : '运单号')
      .fill(`JY${String(Date.now()).slice(-8)}`);
    await expectAccessible(page);
    await shot('send');
    await dialog.getByRole('button', { name: english ? 'Record' : '登记' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByText('机要通道').first()).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('sent');
    await open(page, trackingPath({ number, code }), { language });
    await expect(page.getByText('机要通道').first()).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('papers');
  });

  test(`one books, comes and is called back (${language})`, async ({ page }, { project }) => {
    test.setTimeout(60_000);
    const shot = (name: string) => shoot(page, `${name}-${project.name}-${language}`);
    // Both walk through the same hall.
    const name = english ? '桑若溪' : '乔安澜';
    await open(page, '/places/centre-01100/book', { language });
    await page.getByRole('radio', { name: english ? /^General window/ : /^综合窗口/ }).check();
    await page.getByRole('button', { name: english ? 'Book' : '确认预约', exact: true }).click();
    await expect(page.getByRole('alert')).toBeFocused();
    const days = page.getByLabel(english ? 'Which day' : '哪一天');
    await days.selectOption({ index: 2 });
    const day = await days.inputValue();
    await page
      .getByRole('group', { name: english ? 'What time' : '几点' })
      .getByRole('radio')
      .nth(1)
      .check();
    await page.getByLabel(english ? 'Name' : '姓名', { exact: true }).fill(name);
    await page
      .getByLabel(english ? 'Telephone' : '电话', { exact: true })
      .fill(`139${String(Date.now()).slice(-8)}`);
    await expectAccessible(page);
    await expectContained(page);
    await shot('book');
    await page.getByRole('button', { name: english ? 'Book' : '确认预约', exact: true }).click();
    await expect(
      page.getByRole('heading', { level: 1, name: english ? 'Booked' : '已预约' }),
    ).toBeVisible();
    await page.getByRole('button', { name: english ? 'Move it' : '改期' }).click();
    await expectAccessible(page);
    await expectContained(page);
    await shot('booked');
    const number = await page
      .getByText(/^Y[0-9]{8}-[0-9]{6}$/)
      .first()
      .innerText();

    await signIn(page, 'township.liupu', {
      language,
      path: `/staff/appointments?place=centre-01100&day=${day}`,
    });
    const line = page
      .getByRole('main')
      .getByRole('list')
      .first()
      .getByRole('listitem')
      .filter({ hasText: name.slice(0, 1) })
      .last();
    await line.getByRole('button', { name: english ? /^Call/ : /^叫号/ }).click();
    await line.getByRole('button', { name: english ? /^Served/ : /^办完/ }).click();
    await expectAccessible(page);
    await expectContained(page);
    await page
      .getByRole('button', {
        name: `${english ? 'Record the call' : '记录回访'} ${number}`,
      })
      .click();
    await page.getByLabel(english ? 'What was said' : '说了什么').fill('很满意，省了一趟。');
    await expectAccessible(page);
    await page.getByRole('button', { name: english ? 'Save' : '保存' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByText('很满意，省了一趟。').first()).toBeVisible();
    await shot('appointment-desk');
  });
}
