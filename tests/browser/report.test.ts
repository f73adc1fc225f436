import { type Services, startServicesOnPlace } from '@tieuchi/standalone';
import { Role } from '@tieuchi/subgraph-kit';
import type { Browser, Page } from 'playwright-core';
import { startSecondGateway } from '../faults/second-gateway';
import { recordCommunes } from '../services/recorded-communes';
import { openTestDatabase } from '../support/test-database';
import { startTestSystem, type TestSystem } from '../support/test-system';
import { seriousFaults, sidewaysScroll } from './axe';
import { buildDashboard } from './built-dashboard';
import { artefact, describeInBrowser, launchBrowser, openPage } from './chromium';
import { readPdfPages } from './pdf-text';

const BANNER = 'SỐ LIỆU MÔ PHỎNG';
const INDICATOR = 'ntm-2021-2025/19.2';
const SHEET = `query @asOf(map: "2025-06-30") { province(code: "19") { id
  attainment(indicator: "${INDICATOR}", year: 2025) { answer met total }
  districts { code fullName attainment(indicator: "${INDICATOR}", year: 2025) { met notMet unknown total } } } }`;
const FAILING = `query($within: ID!) @asOf(map: "2025-06-30") {
  assessments(within: $within, indicator: "${INDICATOR}", year: 2025, filter: { verdicts: [NOT_MET] }, first: 500) {
    nodes { unit { code } assessment { items { number verdict } } } } }`;

let browser: Browser;
let system: TestSystem;

const open = (path: string, options: Parameters<typeof openPage>[3] = {}) =>
  openPage(browser, system.url, path, options);
const cellsOf = (page: Page, table: number) =>
  page
    .locator('.sheet-table')
    .nth(table)
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
const printed = async (page: Page, name: string) =>
  readPdfPages(await page.pdf({ path: artefact(name), preferCSSPageSize: true }));
const inOneLine = (text: string) => text.replaceAll(/\s+/g, ' ');

describeInBrowser('the sheet of a province', () => {
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  describe('of a demonstration', () => {
    beforeAll(async () => {
      system = await startTestSystem('demo', { dashboardDir: buildDashboard() });
    }, 120_000);
    afterAll(() => system?.stop());

    it('has sentence, districts and failing communes with the numbers of their contents, without a script', async () => {
      const { data } = await system.ask(SHEET);
      const failing = await system.ask(FAILING, { within: data.province.id });
      const { page } = await open('/report/19', { javaScriptEnabled: false });
      expect(await page.locator('.sentence').textContent()).toBe(data.province.attainment.answer);
      type Figures = Record<'met' | 'notMet' | 'unknown' | 'total', number>;
      const districts: { code: string; fullName: string; attainment: Figures }[] = data.province.districts;
      expect((await cellsOf(page, 0)).map((cells) => cells.slice(0, 6))).toEqual(
        districts
          .filter(({ attainment }) => attainment.total > 0)
          .map(({ code, fullName, attainment: { met, notMet, unknown, total } }) =>
            [code, fullName, met, notMet, unknown, total].map(String),
          ),
      );
      type Node = { unit: { code: string }; assessment: { items: { number: number; verdict: string }[] } };
      const nodes: Node[] = failing.data.assessments.nodes;
      expect((await cellsOf(page, 1)).map(([code, , , contents]) => [code, contents])).toEqual(
        nodes.map(({ unit, assessment }) => [
          unit.code,
          assessment.items.flatMap(({ number, verdict }) => (verdict === 'NOT_MET' ? [number] : [])).join(', '),
        ]),
      );
      expect(nodes.length).toBeGreaterThan(0);
      await page.context().close();
    });

    it('refuses to be signed: the mark stands where signatures would', async () => {
      const { page } = await open('/report/19');
      expect(await page.locator('.sheet-signature').count()).toBe(0);
      expect(await page.locator('.sheet-unsigned').textContent()).toMatch(/^SỐ LIỆU MÔ PHỎNG .*Không có phần ký/);
      expect(await page.locator('.banner').textContent()).toContain(BANNER);
      expect(await page.title()).toMatch(/^\[MÔ PHỎNG\] /);
      expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
      await page.context().close();
    });

    it('is led to from the view of its province, of the same year and map, and has the code of that answer', async () => {
      const { page, wrong } = await open('/?place=19&year=2024');
      const footer = await page.locator('.sources').textContent();
      await page.locator('.report-link a').click();
      await page.waitForURL(/\/report\/19\?year=2024$/);
      const code = /Mã bản chụp: ([0-9a-f]{12})/.exec((await page.locator('.sheet-sources').textContent()) ?? '')?.[1];
      expect(code).toBeDefined();
      expect(footer).toContain(code);
      await page.locator('.sheet-tools a').first().click();
      await page.waitForURL(/\/\?year=2024&place=19$|\/\?place=19&year=2024$/);
      expect(wrong).toEqual([]);
      await page.context().close();
    });

    it.each([
      ['19', '', 1],
      ['38', '', 1],
      ['01', '', 1],
      ['19', '?map=2025-07-01', 1],
      ['38', '?year=2021', 1],
      ['40', '?year=2021', 1],
    ])(
      '%s%s prints to sheets of A4 that say its source, and their text can be copied: %i',
      async (code, search, count) => {
        const { page } = await open(`/report/${code}${search}`);
        const sheets = await printed(page, `report-${code}${search.replaceAll(/\W/g, '-')}.pdf`);
        expect(sheets).toHaveLength(count);
        for (const sheet of sheets) {
          expect(inOneLine(sheet)).toContain('Mã bản chụp: ');
          expect(inOneLine(sheet)).toContain('không phản ánh tình hình thực tế của địa phương nào.');
        }
        const text = inOneLine(sheets.join(' '));
        const sentence = inOneLine((await page.locator('.sentence').textContent()) ?? '');
        expect(text).toContain(sentence);
        expect(text).not.toContain('Ký, đóng dấu');
        await page.context().close();
      },
    );

    it('has its source and its mark at the foot of each sheet where it takes several', async () => {
      const { page } = await open('/report/38?year=2021');
      const sheets = readPdfPages(await page.pdf({ preferCSSPageSize: true, scale: 1.8 }));
      expect(sheets.length).toBeGreaterThan(1);
      for (const sheet of sheets) {
        expect(inOneLine(sheet)).toContain('Mã bản chụp: ');
        expect(inOneLine(sheet)).toMatch(/SỐ LIỆU MÔ PHỎNG – do phần mềm tạo ra .* Nguồn số liệu: Số liệu mô phỏng/);
      }
      await page.context().close();
    });

    it('is laid out by tables alone, so that it can be pasted: nothing floats, and no table stands in another', async () => {
      const { page } = await open('/report/19');
      const laidOut = await page.evaluate<string[]>(
        `[...document.querySelectorAll('main *')].filter((one) => {
           const { float, display, position } = getComputedStyle(one);
           return float !== 'none' || /flex|grid/.test(display) || position !== 'static';
         }).map(({ className, tagName }) => tagName + '.' + className)`,
      );
      expect(laidOut).toEqual([]);
      expect(await page.locator('table table').count()).toBe(0);
      expect(await page.locator('table.sheet-table caption').count()).toBe(2);
      await page.context().close();
    });

    it('is in English on demand, with the same rows', async () => {
      const { page } = await open('/report/19');
      const rows = await cellsOf(page, 1);
      await page.getByRole('link', { name: 'English' }).click();
      await page.waitForURL(/lang=en/);
      expect(await page.getAttribute('html', 'lang')).toBe('en');
      expect(await page.locator('h1').textContent()).toMatch(/^Results: /);
      expect((await cellsOf(page, 1)).map((cells) => cells[3])).toEqual(rows.map((cells) => cells[3]));
      await page.context().close();
    });

    it.each([
      ['/report/99', 'Không có địa phương mã 99'],
      ['/report/VN', 'Không có biểu báo cáo tại /report/VN'],
      ['/report/19/more', 'Không có biểu báo cáo tại'],
    ])('%s is none, and says what would be', async (path, text) => {
      const response = await fetch(system.url + path);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain(text);
    });

    it.each([360, 768, 1280])('has nothing that axe calls serious at %d pixels', async (width) => {
      const { page, wrong } = await open('/report/19', { viewport: { width, height: 800 } });
      expect(await seriousFaults(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBe(0);
      await page.screenshot({ path: artefact(`report-${width}.png`), fullPage: true });
      expect(wrong).toEqual([]);
      await page.context().close();
    });

    it.each(['/report/19', '/report/38?lang=en', '/report/19?map=2025-07-01'])(
      '%s needs no sideways scrolling at 320 pixels',
      async (path) => {
        const { page } = await open(path, { viewport: { width: 320, height: 640 } });
        expect(await sidewaysScroll(page)).toBe(0);
        await page.context().close();
      },
    );
  });

  it('of recorded figures can be signed, and bears no mark', async () => {
    system = await startTestSystem('real', { dashboardDir: buildDashboard() });
    try {
      await recordCommunes(system, { code: '19', year: 2025, met: 118, notMet: 3 });
      const { page } = await open('/report/19');
      expect(await page.locator('.sheet-signature').textContent()).toContain('THỦ TRƯỞNG ĐƠN VỊ');
      const [sheet = '', ...more] = await printed(page, 'report-real.pdf');
      expect(more).toEqual([]);
      expect(sheet).toContain('NGƯỜI LẬP BIỂU');
      expect(sheet).toContain('Ghi nhận trong hệ thống');
      expect((await page.content()).toUpperCase()).not.toContain('MÔ PHỎNG');
      await page.screenshot({ path: artefact('report-real.png'), fullPage: true });
      await page.context().close();
    } finally {
      await system.stop();
    }
  }, 60_000);

  it('shows the public which communes fail and says that their contents are not published; a token shows them', async () => {
    const database = await openTestDatabase('demo');
    const dashboardDir = await buildDashboard();
    const services: Services = await startServicesOnPlace(
      {
        dataDir: process.env.TIEUCHI_TEST_DATA as string,
        databaseUrl: database.adminUrl,
        host: '127.0.0.1',
        port: 0,
        demonstration: null,
        logLevel: 'fatal',
      },
      database.secrets,
      database,
    );
    const settings = { ANONYMOUS_ROLE: 'PUBLIC', OPERATIONS: 'enforce', DASHBOARD_DIR: dashboardDir };
    const gateway = await startSecondGateway(services, database, settings);
    try {
      const { page, wrong } = await openPage(browser, gateway.url, '/report/19');
      const restricted = 'Số thứ tự nội dung chưa đạt chỉ người đã đăng nhập được xem.';
      expect(await page.locator('main').textContent()).toContain(restricted);
      expect((await cellsOf(page, 1)).map((cells) => cells.length)).toEqual([3, 3, 3]);
      const token = services.tokens.get(Role.VIEWER);
      await page.evaluate(`sessionStorage.setItem('tieuchi-token', '${token}')`);
      await page.reload();
      await page.waitForSelector('html[data-ready]');
      expect(await page.locator('main').textContent()).not.toContain(restricted);
      expect((await cellsOf(page, 1)).map((cells) => cells.length)).toEqual([4, 4, 4]);
      expect(page.url()).not.toContain(token);
      expect(await page.content()).not.toContain(token);
      await page.goto(`${gateway.url}/report/19?map=2025-07-01`);
      expect(wrong).toEqual([]);
      await page.context().close();
    } finally {
      await gateway.stop();
      await services.stop();
    }
  }, 120_000);
});
