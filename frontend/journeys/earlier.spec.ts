import { signIn } from './support/casework';
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

/** Invented; the last row is refused. */
const rows = (mark: string) =>
  [
    '编号,用户,主题,来信时间,内容,答复,答复时间,部门',
    `${mark}-1,望江楼,咨询榆钱巷公厕几点关门,2020/3/2 9:00:00,榆钱巷公厕晚上几点关门？,望江楼您好：二十二点，电话13900002222。,2020/3/3 10:00:00,urb`,
    `${mark}-2,望江楼,,2020/3/2 9:00:00,没有主题。,答复,2020/3/3 10:00:00,urb`,
  ].join('\n');

for (const language of LANGUAGES) {
  const english = language === 'en';
  const say = (chinese: string, inEnglish: string) => (english ? inEnglish : chinese);

  test(`earlier answers are brought in, and a category is confirmed (${language})`, async ({
    page,
    request,
  }, { project }) => {
    const looks = async (name: string) => {
      await expectAccessible(page);
      await expectContained(page);
      await shoot(page, `${name}-${project.name}-${language}`);
    };
    await open(page, '/complaints', { language });
    await expect(
      page.getByRole('heading', { name: say('往期来信等了多久', 'How long earlier messages') }),
    ).toBeVisible();
    await page.getByText(say('按部门、分类和年份看', 'By department, category and year')).click();
    await expect(page.getByRole('rowheader', { name: '城市管理', exact: true })).toBeVisible();
    await looks('earlier-figures');
    await page.getByRole('main').getByRole('searchbox').fill('烧烤油烟扰民');
    await page
      .getByRole('main')
      .getByRole('button', { name: say('搜索', 'Search') })
      .click();
    const found = page.getByRole('listitem').filter({ hasText: '投诉夜市烧烤油烟' });
    await expect(found.getByText(say('往期', 'Earlier'), { exact: true })).toBeVisible();

    const sent = await request.post('/api/v1/complaints', {
      headers: { 'Idempotency-Key': `earlier-${project.name}-${Date.now()}` },
      data: {
        kind: 'complaint',
        naming: 'anonymous',
        subject: '杏花里物业不打扫楼道',
        text: '杏花里小区物业两个月没有打扫楼道，物业费照收。',
      },
    });
    const { number } = (await sent.json()) as { number: string };

    await signIn(page, SCREENER, { language, path: '/staff/complaints/earlier' });
    const mark = `J-${project.name}-${language}`;
    await page.locator('#earlier-file').setInputFiles({
      name: `${mark}.csv`,
      mimeType: 'text/csv',
      buffer: Buffer.from(rows(mark)),
    });
    await page.getByRole('button', { name: say('试行检查', 'Try it') }).click();
    await expect(page.getByText(say('不能导入 1 行', '1 are refused'))).toBeVisible();
    await expect(page.getByText('＊＊＊您好：二十二点，电话＊＊＊。')).toBeVisible();
    await looks('earlier-preview');
    await page.locator('form button:not([type=submit])').click();
    const taken = page.getByRole('row').filter({ hasText: `${mark}.csv` });
    await expect(taken.getByText(say('已公开', 'Public'), { exact: true }).last()).toBeVisible();
    await taken.getByRole('button', { name: say('整批撤下', 'Withdraw all of it') }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('编号有误，更正后再导入');
    await page.getByRole('dialog').locator('button[type=submit]').click();
    await expect(taken.getByText('编号有误，更正后再导入')).toBeVisible();
    await looks('earlier-imports');

    await page.goto('/staff/complaints/categories');
    await page.getByText('生态环境', { exact: true }).click();
    await expect(page.getByText('油烟污水')).toBeVisible();
    await looks('categories');

    await page.goto(`/staff/complaints/${number}`);
    await page.getByRole('button', { name: say('甄别', 'Screen'), exact: true }).click();
    const dialog = page.getByRole('dialog');
    const suggested = dialog.getByRole('button', { name: '住房保障 › 物业服务' });
    await suggested.click();
    await expect(suggested).toHaveAttribute('aria-pressed', 'true');
    await looks('category-suggested');
    await dialog.locator('button[type=submit]').click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByText('住房保障 › 物业服务')).toBeVisible();
  });
}
