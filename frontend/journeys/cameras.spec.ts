import { ADMINISTRATOR, signIn, signOut, token } from './support/casework';
import { expect, expectAccessible, expectContained, LANGUAGES, shoot, test } from './support/page';

const SUPERVISOR = 'supervisor1';
const NEW_NAME = { 'zh-CN': '大厅东侧四号窗口', en: 'East side, window 4' };

for (const language of LANGUAGES) {
  const english = language === 'en';
  const word = (chinese: string, inEnglish: string) => (english ? inEnglish : chinese);

  test(`window 3 is seen as it was, and what it shows stays with a finding (${language})`, async ({
    page,
    request,
  }, { project }) => {
    const shot = (name: string) => shoot(page, `${name}-${project.name}-${language}`);
    const plays = async (moment: RegExp) => {
      const video = page.locator('video');
      // Played before its recording is there, it is interrupted by it.
      await expect
        .poll(() => video.evaluate((each: HTMLVideoElement) => each.readyState))
        .toBeGreaterThanOrEqual(2);
      await video.evaluate((each: HTMLVideoElement) => each.play());
      await expect(page.getByTestId('recorded-at')).toHaveText(moment);
    };
    // A day on which the hall was open: somebody has looked at one already.
    const seen = await request.get('/api/v1/camera-viewings?limit=100', {
      headers: { Authorization: `Bearer ${await token(request, SUPERVISOR)}` },
    });
    const { items } = (await seen.json()) as { items: { from: string }[] };
    const day = items.at(-1)?.from.slice(0, 10) ?? '';

    await signIn(page, SUPERVISOR, { language, path: '/staff/cameras' });
    await page.getByLabel(word('地点', 'Place')).selectOption('city-hall');
    await page.getByLabel(word('窗口', 'Window')).selectOption('CITY-03');
    await page.getByLabel(word('日期', 'Day')).fill(day);
    await page.getByLabel(word('开始时间', 'From')).fill('11:50');
    await page.getByLabel(word('说明', 'In words')).fill('反映临近中午三号窗口无人。');
    await page.getByRole('button', { name: word('调阅', 'Open'), exact: true }).click();
    await plays(new RegExp(`^${day} 11:50:0[1-9]`));
    await expect(
      page.getByText(
        word('12:00:00 至 12:05:00 没有录像', 'No recording from 12:00:00 to 12:05:00'),
      ),
    ).toBeVisible();
    await page.locator('video').evaluate((video: HTMLVideoElement) => video.pause());
    await expectAccessible(page);
    await expectContained(page);
    await shot('cameras');

    await page.getByRole('button', { name: word('附到监察发现', 'Attach to a finding') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(word('监察发现', 'Finding')).selectOption({ index: 1 });
    await dialog.getByLabel(word('至', 'Until')).fill('11:52:00');
    await dialog.getByLabel(word('录像说明', 'What it shows')).fill('两分钟内无人在岗。');
    await shot('camera-attach');
    await dialog.getByRole('button', { name: word('封存并附上', 'Seal and attach') }).click();
    await page.getByRole('link', { name: word('查看', 'See it'), exact: true }).click();

    await expect(page.getByText('两分钟内无人在岗。').first()).toBeVisible();
    await page
      .getByRole('button', { name: word('播放', 'Play'), exact: true })
      .first()
      .click();
    await plays(/ 11:50:0[1-9]/);
    await page.locator('video').evaluate((video: HTMLVideoElement) => video.pause());
    await expectAccessible(page);
    await expectContained(page);
    await shot('camera-finding');
    await signOut(page);

    await signIn(page, ADMINISTRATOR, { language, path: '/staff/administration/cameras' });
    await page.getByRole('button', { name: word('修改 CITY-04', 'Change CITY-04') }).click();
    await page
      .getByRole('dialog')
      .getByLabel(word('名称', 'English name'), { exact: !english })
      .fill(NEW_NAME[language]);
    await page.getByRole('button', { name: word('保存', 'Save') }).click();
    await expect(page.getByText(NEW_NAME[language]).first()).toBeVisible();
    await expectAccessible(page);
    await expectContained(page);
    await shot('camera-register');
  });
}
