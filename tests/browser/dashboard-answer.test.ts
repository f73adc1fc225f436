import type { Browser, Page } from 'playwright-core';
import { startTestSystem, type TestSystem } from '../support/test-system';
import { seriousFaults } from './axe';
import { buildDashboard } from './built-dashboard';
import { describeInBrowser, launchBrowser, openPage } from './chromium';
import { cellsOf } from './shown-table';

let system: TestSystem;
let browser: Browser;

const open = (path: string, options: Parameters<typeof openPage>[3] = {}) =>
  openPage(browser, system.url, path, options);
const textOf = (page: Page, selector: string) => page.locator(selector).textContent();

describeInBrowser('what the page says beside its answer', () => {
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

  it.each([
    ['/', 'Tăng 56 xã so với năm 2024.'],
    ['/?place=19', 'Tăng 2 xã so với năm 2024.'],
    ['/?place=19&map=2025-07-01', 'Tăng 3 xã so với năm 2024.'],
    // both years are judged, but by other sets
    ['/?year=2024', 'Không so sánh được với năm 2023: đổi bộ tiêu chí.'],
    ['/?lang=en', '56 communes more than in 2024.'],
  ])('at %s compares with the year before: %s', async (path, sentence) => {
    const { page, wrong } = await open(path);
    expect(await textOf(page, '.change')).toMatch(/^\[(MÔ PHỎNG|SYNTHETIC)\] /);
    expect(await textOf(page, '.change')).toContain(sentence);
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  it('counts the change as the API counts the two years', async () => {
    const { data } = await system.ask(
      `query @asOf(map: "2025-06-30") { country { provinces { code attainmentSeries(indicator: "ntm-2021-2025/19.2") {
         year attainment { met } } } } }`,
    );
    type Province = { code: string; attainmentSeries: { year: number; attainment: { met: number } }[] };
    const metOf = ({ attainmentSeries }: Province, year: number) =>
      attainmentSeries.find((point) => point.year === year)?.attainment.met ?? 0;
    const changes = (data.country.provinces as Province[]).map((one) => [
      one.code,
      metOf(one, 2025) - metOf(one, 2024),
    ]);
    const [fewer] = changes.filter(([, by]) => Number(by) < 0);
    const { page } = await open(`/?place=${fewer?.[0]}`);
    expect(await textOf(page, '.change')).toBe(`[MÔ PHỎNG] Giảm ${-Number(fewer?.[1])} xã so với năm 2024.`);
    await page.context().close();
  });

  it('says nothing of the year before the first', async () => {
    const { page } = await open('/?year=2021');
    expect(await page.locator('.change').count()).toBe(0);
    await page.context().close();
  });

  it('tells both maps where provinces are grouped, of the country as of a province, and never the grouped one alone', async () => {
    const attained = async (map: string) => {
      const { data } = await system.ask(
        `query @asOf(map: "${map}") { country { provinces { attainment(indicator: "ntm-2021-2025/19.2", year: 2025) { verdict } } } }`,
      );
      type Province = { attainment: { verdict: string } };
      return data.country.provinces.filter(({ attainment }: Province) => attainment.verdict === 'ATTAINED').length;
    };
    const [own, carried] = [await attained('2025-06-30'), await attained('2025-07-01')];
    const { page, wrong } = await open('/?map=2025-07-01');
    expect(await textOf(page, '.both-maps p')).toBe(
      `[MÔ PHỎNG] Theo 63 tỉnh, thành phố: ${own}/63 địa phương đạt mục tiêu. Gộp theo 34 tỉnh, thành phố: ${carried}/34 địa phương đạt mục tiêu. Khác nhau vì số xã được phép chưa đạt tính trên tổng số lớn hơn.`,
    );
    await page.goto(`${system.url}/?map=2025-07-01&place=19`);
    expect(await textOf(page, '.both-maps p')).toBe(
      '[MÔ PHỎNG] Theo 63 tỉnh, thành phố: 1/2 đơn vị trước sắp xếp đạt mục tiêu. Gộp theo 34 tỉnh, thành phố: không đạt mục tiêu. Khác nhau vì số xã được phép chưa đạt tính trên tổng số lớn hơn.',
    );
    await page.goto(`${system.url}/`);
    expect(await page.locator('.both-maps').count()).toBe(0);
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  it('has each rate with two decimals unless it is whole', async () => {
    const { page } = await open('/?tab=table&page=1');
    const rates = (await cellsOf(page)).map((cells) => cells[6]?.replace('≥ ', ''));
    expect(rates).toHaveLength(25);
    expect(rates.filter((rate) => !/^(\d+|\d+,\d\d)%$/.test(rate ?? ''))).toEqual([]);
    await page.goto(`${system.url}/?place=22&map=2025-07-01`);
    expect(await textOf(page, '.sentence')).toContain('(98,90%)');
    expect(await textOf(page, '.bullet svg')).toContain('98,90% · Mục tiêu 99%');
    await page.context().close();
  });

  it('has names by the Vietnamese alphabet where the table is sorted by them', async () => {
    const { page } = await open('/?tab=table&sort=name');
    const names = (await cellsOf(page)).map(([, name]) => name);
    expect(names.slice(names.indexOf('Cao Bằng'), names.indexOf('Gia Lai') + 1)).toEqual([
      'Cao Bằng',
      'Cần Thơ',
      'Đà Nẵng',
      'Đắk Lắk',
      'Đắk Nông',
      'Điện Biên',
      'Đồng Nai',
      'Đồng Tháp',
      'Gia Lai',
    ]);
    await page.context().close();
  });

  describe('the field of a day', () => {
    it.each([true, false])('takes a day as people write it (scripts: %s)', async (javaScriptEnabled) => {
      const { page } = await open('/?tab=table', { javaScriptEnabled });
      expect(await page.locator('.filters [name=known]').getAttribute('type')).toBe('text');
      await page.locator('.filters [name=known]').fill('1/7/2025');
      await page.keyboard.press('Enter');
      await page.waitForURL(/known=/);
      await page.locator('.facts', { hasText: 'đến hết ngày 01/7/2025' }).waitFor();
      expect(await page.locator('.filters [name=known]').inputValue()).toBe('01/07/2025');
      expect(await page.locator('.field-fault').count()).toBe(0);
      await page.context().close();
    });

    it.each([true, false])(
      'says beside it what is no day, and keeps what was typed (scripts: %s)',
      async (javaScriptEnabled) => {
        const { page, wrong } = await open('/?tab=table', { javaScriptEnabled });
        await page.locator('.filters [name=known]').fill('31/02/2025');
        await page.keyboard.press('Enter');
        await page.locator('.field-fault').waitFor();
        expect(await textOf(page, '.field-fault')).toBe(
          'Không phải là một ngày: nhập ngày/tháng/năm, ví dụ 30/06/2025.',
        );
        expect(await page.locator('.filters [name=known]').inputValue()).toBe('31/02/2025');
        expect(await page.locator('.filters [name=known]').getAttribute('aria-describedby')).toBe('known-fault');
        if (javaScriptEnabled) expect(await seriousFaults(page)).toEqual([]);
        expect(wrong).toEqual([]);
        await page.context().close();
      },
    );

    it('says beside it that a day has not come', async () => {
      const { page } = await open('/?known=31/12/2999');
      expect(await page.locator('.field-fault').count()).toBe(1);
      await page.goto(`${system.url}/?known=31/12/2098`);
      expect(await textOf(page, '.field-fault')).toBe('Ngày này chưa đến.');
      await page.context().close();
    });

    it('in an address that was shared before is read as it was', async () => {
      const { page } = await open('/?known=2025-07-01');
      expect(await page.locator('.filters [name=known]').inputValue()).toBe('01/07/2025');
      await page.context().close();
    });
  });
});
