import type { Browser, Page } from 'playwright-core';
import { startTestSystem, type TestSystem } from '../support/test-system';
import { onWards, recordWards } from '../support/ward-rows';
import { seriousFaults, sidewaysScroll } from './axe';
import { buildDashboard } from './built-dashboard';
import { artefact, describeInBrowser, launchBrowser, openPage, untilCount } from './chromium';
import { allCellsOf, cellsOf, download } from './shown-table';

const RULES = ['mps-2022-11', 'mps-2023-12'];
const WORDS: Record<string, string> = { FULFILLED: 'Đủ', SHORT: 'Còn thiếu', UNDECIDED: 'Chưa kết luận' };

interface Standing {
  readonly unit: { readonly code: string; readonly name: string };
  readonly held: number;
  readonly required: number;
  readonly shortfall: number;
  readonly verdict: string;
}

let system: TestSystem;
let browser: Browser;

const open = (path: string, options: Parameters<typeof openPage>[3] = {}) =>
  openPage(browser, system.url, path, options);

describeInBrowser('the quota panel', () => {
  beforeAll(async () => {
    [system, browser] = await Promise.all([
      startTestSystem('demo', { dashboardDir: buildDashboard() }),
      launchBrowser(),
    ]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  it.each(RULES.flatMap((rule) => ['own', 'carried'].map((reading) => [rule, reading] as const)))(
    'of %s, reading %s, is the check of the API and its file, row by row',
    async (rule, reading) => {
      const { data } = await system.ask(
        `query Q($rule: ID!) @asOf(map: "2025-07-01") { quotaCheck(rule: $rule) {
           standings { ...S } carried { standings { unit { code name } held required shortfall verdict } } } }
         fragment S on QuotaStanding { unit { code name } held required shortfall verdict }`,
        { rule },
      );
      const standings: Standing[] = (reading === 'own' ? data.quotaCheck : data.quotaCheck.carried).standings;
      const expected = standings.map(({ unit, held, required, shortfall, verdict }) => [
        unit.code,
        unit.name,
        String(held),
        String(required),
        String(shortfall),
        WORDS[verdict],
      ]);
      const { page, wrong } = await open(`/?tab=quota&rule=${rule}&reading=${reading}`);
      const { rows } = await download(page, 'Tải CSV');
      const filed = rows.map((row) =>
        ['Mã', 'Địa phương', 'Đã có', 'Chỉ tiêu tối thiểu', 'Còn thiếu', 'Kết quả'].map((heading) => row[heading]),
      );
      expect(filed).toEqual(expected);
      const shown = (await allCellsOf(page)).map((cells) => {
        const [held, required, shortfall, verdict] = cells.slice(-4);
        return [cells[0], cells[1], held, required, shortfall, verdict?.slice(2)];
      });
      expect(shown).toEqual(expected);
      expect(wrong).toEqual([]);
      await page.context().close();
    },
  );

  it('that is filtered and sorted has files of exactly its rows', async () => {
    const { page } = await open('/?tab=quota&rule=mps-2023-12&only=short&sort=-name');
    const shown = (await cellsOf(page)).map(([code, name]) => [code, name]);
    expect(shown).toEqual([
      ['493', 'Sơn Trà'],
      ['494', 'Ngũ Hành Sơn'],
      ['490', 'Liên Chiểu'],
    ]);
    expect((await download(page, 'Tải CSV')).rows.map((row) => [row.Mã, row['Địa phương']])).toEqual(shown);
    const href = await page.getByText('Tải XLSX').getAttribute('href');
    const workbook = await fetch(system.url + href);
    expect(workbook.headers.get('content-disposition')).toBe('attachment; filename="MO-PHONG_quota-check.xlsx"');
    await page.context().close();
  });

  it('tells the rule with its source and its reading, and the five cities in a chip each', async () => {
    const { page, wrong } = await open('/');
    await page.getByRole('link', { name: 'Chỉ tiêu Công an phường kiểu mẫu' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.quota');
    await page.locator('select[name=rule]').selectOption('mps-2023-12');
    await page.waitForURL(/rule=mps-2023-12/);
    await untilCount(page.locator('.city-chips .is-short'), 1);
    expect(await page.locator('.city-chips li').allTextContents()).toEqual([
      'Hà Nội 15/13 ● Đủ',
      'Hải Phòng 9/7 ● Đủ',
      'Đà Nẵng 3/6 ✕ còn thiếu 3',
      'Hồ Chí Minh 30/17 ● Đủ',
      'Cần Thơ 6/5 ● Đủ',
    ]);
    const text = (await page.locator('.quota').textContent()) ?? '';
    expect(text).toContain('Báo Nhân Dân, post786895');
    expect(text).toContain('Nhóm dự án suy ra từ nguồn');
    expect(text).toContain('[MÔ PHỎNG] Còn 3 địa phương chưa đủ, thiếu tổng cộng 3 Công an phường.');
    expect(text).toContain('[MÔ PHỎNG] Quận Sơn Trà: có 0, cần 1, còn thiếu 1.');
    // grouping can hide gaps, and says so
    expect(text).toContain('33/34 địa phương đủ chỉ tiêu; có 172, cần 106, còn thiếu 2.');
    expect(text).toContain('Gộp lại không thấy 1 Công an phường còn thiếu');
    await page.screenshot({ path: artefact('quota.png'), fullPage: true });
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  it('leads from a unit to the scorecards of its wards, also where the page is on a later map', async () => {
    const { page } = await open('/?tab=quota&map=2025-07-01&find=thai+nguyen');
    await page.locator('#rows tbody a').first().click();
    await page.waitForSelector('.wards');
    expect(new URL(page.url()).search).toBe('?map=2025-06-30&place=19&tab=wards');
    await page.context().close();
  });

  it('comes back as it was by back and reload', async () => {
    const { page } = await open('/?tab=quota&rule=mps-2023-12');
    await page.getByRole('link', { name: 'Gộp theo địa giới hiện nay' }).click();
    await page.waitForURL(/reading=carried/);
    await untilCount(page.locator('#rows tbody tr'), 25);
    const before = await cellsOf(page);
    await page.reload();
    await page.waitForSelector('html[data-ready]');
    expect(await cellsOf(page)).toEqual(before);
    await page.goBack();
    await page.waitForURL((url) => !url.search.includes('reading'));
    expect((await cellsOf(page))[0]?.[1]).toBe('Ba Đình');
    await page.context().close();
  });

  it('is there without scripts, where its form chooses a rule', async () => {
    const { page } = await open('/?tab=quota', { javaScriptEnabled: false });
    expect(await page.locator('#rows tbody tr').count()).toBe(25);
    await page.locator('select[name=rule]').selectOption('mps-2023-12');
    await page.locator('.panel-choice button').click();
    expect(await page.locator('.short-list > li').count()).toBe(3);
    await page.context().close();
  });

  it('of a rule that the sources leave incomplete says what they leave out, and checks nothing', async () => {
    const { data } = await system.ask('{ quotaRules { id notKnown } }');
    const { notKnown } = data.quotaRules.find(({ id }: { id: string }) => id === 'dong-nai-2024-04');
    const { page } = await open('/?tab=quota&rule=dong-nai-2024-04');
    expect(await page.locator('.quota').textContent()).toContain(`Không kiểm tra được: ${notKnown}`);
    expect(await page.locator('#rows').count()).toBe(0);
    await page.context().close();
  });

  it.each([360, 768, 1280])('has nothing serious for axe and scrolls nowhere sideways at %d pixels', async (width) => {
    const { page } = await open('/?tab=quota&rule=mps-2023-12', { viewport: { width, height: 800 } });
    await expectUsable(page);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await sidewaysScroll(page)).toBe(0);
    await page.context().close();
  });

  it('shows a gap that was planted, with unit, have and need, and why a ward does not count', async () => {
    const [ward] = await onWards<{ ward_id: string; name: string }>(
      system,
      `update pilot_ward set recorded_to = clock_timestamp() where recorded_to is null and ward_id = (
         select p.ward_id from pilot_ward p
         join register_unit_version w on w.unit_id = p.ward_id and w.valid @> '2022-12-31'::date
         join register_unit_version c on c.unit_id = w.province_id and c.code = '48' and c.valid @> '2022-12-31'::date
         where p.recorded_to is null order by w.code limit 1)
       returning ward_id, (select name from register_unit_version v where v.unit_id = ward_id and v.valid @> '2022-12-31'::date)`,
    );
    await recordWards(system, [{ wardId: ward?.ward_id ?? '', state: 'WITHDRAWN' }]);
    const { page } = await open('/?tab=quota&only=short');
    expect(await page.locator('.short-list > li').allTextContents()).toEqual([
      expect.stringContaining('[MÔ PHỎNG] Thành phố Đà Nẵng: có 2, cần 3, còn thiếu 1.'),
    ]);
    expect(await page.locator('.short-list li li').textContent()).toMatch(/Không tính Công an phường .*: đã rút/);
    expect(await cellsOf(page)).toEqual([['48', 'Đà Nẵng', '2', '3', '1', '✕ Còn thiếu']]);
    await page.context().close();
  });
});

async function expectUsable(page: Page): Promise<void> {
  expect(await seriousFaults(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toBe(0);
}
