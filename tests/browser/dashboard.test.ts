import type { Browser, Page } from 'playwright-core';
import { startTestSystem, type TestSystem } from '../support/test-system';
import { buildDashboard } from './built-dashboard';
import { artefact, describeInBrowser, launchBrowser, openPage, untilCount, untilPlace } from './chromium';
import { allCellsOf, cellsOf, download } from './shown-table';

const BANNER = 'SỐ LIỆU MÔ PHỎNG';

let system: TestSystem;
let browser: Browser;

const open = (path: string, options: Parameters<typeof openPage>[3] = {}) =>
  openPage(browser, system.url, path, options);
const searchOf = (page: Page) => new URL(page.url()).search;
const click = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first().click();

describeInBrowser('the dashboard', () => {
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

  describe('its tabs', () => {
    it.each([
      ['map', '.map a'],
      ['bars', '.plot-frame svg .bar-rate'],
      ['years', '.plot-frame svg .year-line-0'],
      ['table', '#rows table'],
    ])('%s shows its picture without an error of the console or a request to another host', async (tab, drawn) => {
      const { page, wrong } = await open(`/?tab=${tab}`);
      await page.locator(drawn).first().waitFor({ state: 'attached' });
      await page.screenshot({ path: artefact(`tab-${tab}.png`), fullPage: true });
      expect(await page.locator('.banner').textContent()).toContain(BANNER);
      const pictures = await page.$$eval('figure svg', (all) => all.map((svg) => svg.textContent ?? ''));
      expect(pictures.every((text) => text.includes('MÔ PHỎNG'))).toBe(true);
      expect(wrong).toEqual([]);
      await page.context().close();
    });

    it('draws both maps, with both archipelagos', async () => {
      const { page, wrong } = await open('/');
      await untilCount(page.locator('.map a'), 63);
      await click(page, 'Địa giới 01/7/2025');
      await untilCount(page.locator('.map a'), 34);
      expect(await page.locator('.map-inset').allTextContents()).toEqual([
        expect.stringContaining('Quần đảo Hoàng Sa'),
        expect.stringContaining('Quần đảo Trường Sa'),
      ]);
      await page.screenshot({ path: artefact('map-34.png'), fullPage: true });
      expect(wrong).toEqual([]);
      await page.context().close();
    });
  });

  describe('the answer', () => {
    it('is the sentence of the API, and the tiles are its figures', async () => {
      const { data } = await system.ask(
        'query @asOf(map: "2025-06-30") { country { attainment(indicator: "ntm-2021-2025/19.2", year: 2025) { answer } } }',
      );
      const { page } = await open('/');
      expect(await page.locator('.sentence').textContent()).toBe(data.country.attainment.answer);
      expect(await page.locator('.tile strong').allTextContents()).toEqual([
        '7.550/7.616',
        'từ 0 đến 66 xã',
        'Chưa đủ số liệu xét tiến độ',
        '99,08%',
      ]);
      await page.locator('.tile summary').nth(1).click();
      expect(await page.locator('.tile').nth(1).locator('.tile-why').textContent()).toContain(
        'mỗi tỉnh được làm tròn lên riêng',
      );
      await page.context().close();
    });

    it('of a province on the map of 34 tells both readings', async () => {
      const { page } = await open('/?place=19&map=2025-07-01');
      const text = await page.locator('.both-maps').textContent();
      expect(text).toContain('1/2 đơn vị trước sắp xếp đạt mục tiêu');
      expect(text).toContain('Tỉnh Bắc Kạn: 95/95');
      await page.context().close();
    });
  });

  describe('the address', () => {
    it('has all that was chosen: reload and back restore it', async () => {
      const { page, wrong } = await open('/');
      await page.getByLabel('Năm').selectOption('2024');
      await page.waitForURL(/year=2024/);
      await page.locator('select[name=place]').selectOption('38');
      await untilPlace(page, 'Thanh Hóa');
      await click(page, 'Xếp thứ tự');
      await click(page, 'Các xã');
      await untilCount(page.locator('#rows tbody tr'), 25);
      await page.getByRole('searchbox').fill('tan');
      await page.waitForURL(/find=tan/);
      const [search, rows, title] = [searchOf(page), await cellsOf(page), await page.title()];
      await page.reload();
      await page.waitForSelector('html[data-ready]');
      expect([searchOf(page), await cellsOf(page), await page.title()]).toEqual([search, rows, title]);
      await page.goBack();
      await page.goBack();
      await page.locator('.tabs [aria-current]', { hasText: 'Bản đồ' }).waitFor();
      expect(await page.locator('h1').textContent()).toContain('Thanh Hóa');
      await page.goBack();
      await untilPlace(page, 'Cả nước');
      expect(wrong).toEqual([]);
      await page.context().close();
    });

    it('of another programme forgets the years and indicators of the one before', async () => {
      const { page } = await open('/?indicator=ntm-2021-2025/19.2&year=2021');
      await page.getByLabel('Chương trình').selectOption('safe-unit-tt124');
      await untilPlace(page, 'An toàn');
      expect(searchOf(page)).toBe('?programme=safe-unit-tt124');
      await page.context().close();
    });

    it.each(['99', '999', '99999'])('of a place that there is not says so, with the code %s', async (code) => {
      const response = await fetch(`${system.url}/?place=${code}`);
      expect(response.status).toBe(404);
      const text = await response.text();
      expect(text).toContain(`Không có địa phương mã ${code} trên địa giới ngày 30/6/2025.`);
    });

    it('leads from the country through province and district to a commune with its contents', async () => {
      const { page, wrong } = await open('/?tab=table&find=thai+nguyen');
      await click(page, 'Thái Nguyên');
      await page.waitForSelector('.breadcrumbs');
      await click(page, 'Định Hóa');
      await untilPlace(page, 'Huyện Định Hóa');
      await click(page, 'Chỉ xã chưa đạt (1)');
      await untilCount(page.locator('#rows tbody tr'), 1);
      await page.locator('#rows tbody a').click();
      await page.waitForSelector('.contents');
      expect(await page.locator('.verdict').textContent()).toBe('[MÔ PHỎNG] Năm 2025: Chưa đạt');
      expect(await page.locator('.contents li').count()).toBe(8);
      expect(await page.locator('.contents li.unit-not_met').count()).toBeGreaterThan(0);
      expect(await page.locator('.breadcrumbs li').count()).toBe(4);
      await page.screenshot({ path: artefact('commune.png'), fullPage: true });
      expect(wrong).toEqual([]);
      await page.context().close();
    });
  });

  describe('the table', () => {
    it('is the file and the API, row by row: all of the country', async () => {
      const { page } = await open('/?tab=table');
      const file = await download(page, 'Tải CSV');
      const { data } = await system.ask(
        'query @asOf(map: "2025-06-30") { country { provinces { code attainment(indicator: "ntm-2021-2025/19.2", year: 2025) { met notMet unknown total requiredCount shortfall } } } }',
      );
      const figuresOf = ({ code, attainment }: { code: string; attainment: Record<string, number> }) => [
        code,
        ...['met', 'notMet', 'unknown', 'total', 'requiredCount', 'shortfall'].map((name) => String(attainment[name])),
      ];
      const api: string[][] = data.country.provinces.map(figuresOf);
      const filed = file.rows.map((row) =>
        ['Mã', 'Đạt', 'Chưa đạt', 'Chưa có kết quả', 'Tổng số xã thuộc phạm vi', 'Số xã cần đạt', 'Còn thiếu'].map(
          (heading) => row[heading],
        ),
      );
      expect(filed).toEqual(api);
      expect(await allPagesOf(page)).toEqual(api);
      await page.context().close();
    });

    it('that is searched, filtered and sorted has a file of exactly its rows', async () => {
      const { page } = await open('/?tab=table&only=short&sort=-name');
      await page.getByRole('searchbox').fill('nam');
      await page.waitForURL(/find=nam/);
      const shown = (await cellsOf(page)).map(([code, name]) => [code, name]);
      expect(shown).toEqual([['49', 'Quảng Nam']]);
      expect((await download(page, 'Tải CSV')).rows.map((row) => [row.Mã, row['Địa phương']])).toEqual(shown);
      await page.getByRole('searchbox').fill('');
      await page.waitForURL((url) => !url.search.includes('find'));
      const names = (await cellsOf(page)).map(([, name]) => name ?? '');
      expect(names).toEqual(names.toSorted(new Intl.Collator('vi').compare).toReversed());
      expect((await download(page, 'Tải CSV')).rows.map((row) => row['Địa phương']).slice(0, names.length)).toEqual(
        names,
      );
      await page.context().close();
    });

    it('of 547 units of Thanh Hóa pages, and its file has those that are counted', async () => {
      const { page } = await open('/?tab=table&place=38&rows=communes');
      expect(await page.locator('.row-count').textContent()).toBe('452/452 dòng');
      expect(await page.locator('#rows tbody tr').count()).toBe(25);
      const { rows } = await download(page, 'Tải CSV');
      expect(rows).toHaveLength(452);
      await page.context().close();
    });

    it('of communes shows those that lack one content, and those without a result by how far they have come', async () => {
      const { data } = await system.ask(
        `query @asOf(map: "2025-06-30") { assessments(within: "P-51", indicator: "ntm-2021-2025/19.2", year: 2025, first: 500) {
           nodes { missingItems unit { code } assessment { verdict unknownReason } } } }`,
      );
      type Node = { missingItems: number | null; unit: { code: string }; assessment: Record<string, string | null> };
      const nodes: Node[] = data.assessments.nodes;
      const codes = (keeps: (node: Node) => boolean) => nodes.filter(keeps).map(({ unit }) => unit.code);
      const expected: [string, string[]][] = [
        [
          'one-missing',
          codes(({ missingItems, assessment }) => missingItems === 1 && assessment.verdict === 'NOT_MET'),
        ],
        ['unsent', codes(({ assessment }) => assessment.unknownReason === 'NOT_STARTED')],
        ['returned', codes(({ assessment }) => assessment.unknownReason === 'RETURNED')],
      ];
      for (const [only, wanted] of expected) {
        const { page } = await open(`/?tab=table&place=51&rows=communes&only=${only}`);
        expect(wanted.length).toBeGreaterThan(0);
        expect((await cellsOf(page)).map(([code]) => code)).toEqual(wanted);
        await page.context().close();
      }
    });

    it('is found without marks, and says so where nothing fits', async () => {
      const { page } = await open('/?tab=table');
      await page.getByRole('searchbox').fill('DAK lak');
      await untilCount(page.locator('#rows tbody tr'), 1);
      expect((await cellsOf(page))[0]?.[1]).toBe('Đắk Lắk');
      await page.getByRole('searchbox').fill('không có nơi này');
      await page.waitForSelector('td.empty');
      expect(await page.locator('td.empty').textContent()).toBe('Không có dòng nào phù hợp bộ lọc');
      expect(await page.getByText('Tải CSV').count()).toBe(0);
      await page.context().close();
    });
  });

  describe('its first load', () => {
    it('takes at most 150 kB compressed, besides the outlines', async () => {
      const fresh = await browser.newContext();
      const counted = await fresh.newPage();
      const session = await fresh.newCDPSession(counted);
      await session.send('Network.enable');
      const sizes = new Map<string, number>();
      const urls = new Map<string, string>();
      session.on('Network.responseReceived', ({ requestId, response }) => urls.set(requestId, response.url));
      session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
        sizes.set(requestId, encodedDataLength),
      );
      await counted.goto(`${system.url}/`);
      await counted.waitForSelector('.map-borders', { state: 'attached' });
      const loaded = [...sizes].filter(([id]) => !urls.get(id)?.includes('.topojson'));
      const bytes = loaded.reduce((sum, [, size]) => sum + size, 0);
      expect(loaded.length).toBeGreaterThanOrEqual(4);
      expect(bytes).toBeGreaterThan(10_000);
      expect(bytes).toBeLessThan(150_000);
      await fresh.close();
    });

    it('comes with a policy that lets nothing inline or foreign in, and files are kept for good', async () => {
      const response = await fetch(system.url);
      expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'self';/);
      expect(response.headers.get('content-security-policy')).not.toMatch(/unsafe|http|\*/);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      const script = /src="(\/assets\/[^"]+)"/.exec(await response.text())?.[1] ?? '';
      const file = await fetch(system.url + script, { headers: { 'accept-encoding': 'br' } });
      expect(file.headers.get('cache-control')).toContain('immutable');
      expect(file.headers.get('content-encoding')).toBe('br');
      const again = await fetch(system.url + script, { headers: { 'if-none-match': file.headers.get('etag') ?? '' } });
      expect(again.status).toBe(304);
      expect((await fetch(`${system.url}/assets/..%2f..%2fserver%2fpage-renderer.cjs`)).status).toBe(404);
    });
  });
});

/** Code and figures of all pages of the table, as the API has them. */
async function allPagesOf(page: Page): Promise<string[][]> {
  return (await allCellsOf(page)).map(
    ([code = '', , met = '', notMet = '', unknown = '', total = '', , required = '', missing = '']) => [
      code,
      met,
      notMet,
      unknown,
      total,
      required,
      missing.split('–').at(-1) ?? '',
    ],
  );
}
