import type { Browser } from 'playwright-core';
import { startTestSystem, type TestSystem } from '../support/test-system';
import { seriousFaults, sidewaysScroll } from './axe';
import { buildDashboard } from './built-dashboard';
import { artefact, describeInBrowser, focusOf, launchBrowser, openPage, untilCount, untilPlace } from './chromium';
import { allCellsOf, cellsOf, download } from './shown-table';

const SERIES = 'indicator: "ntm-2021-2025/19.2", year: 2025';

interface Node {
  readonly unit: { readonly code: string };
  readonly missingItems: number | null;
  readonly assessment: { readonly items: readonly { readonly number: number; readonly verdict: string }[] };
}

let system: TestSystem;
let browser: Browser;

const open = (path: string, options: Parameters<typeof openPage>[3] = {}) =>
  openPage(browser, system.url, path, options);
const ask = async (query: string) => (await system.ask(`query @asOf(map: "2025-06-30") { ${query} }`)).data;

describeInBrowser('the panels about communes', () => {
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

  describe('what would change the verdict', () => {
    it('is said in the units of the explanation, and by the contents that communes lack', async () => {
      const { assessments } = await ask(
        `assessments(within: "VN", ${SERIES}, filter: { verdicts: [NOT_MET] }, first: 500) {
           nodes { missingItems unit { code } assessment { items { number verdict } } } }`,
      );
      const failing = (node: Node) =>
        node.assessment.items.filter(({ verdict }) => verdict === 'NOT_MET').map(({ number }) => number);
      const lacking: Node[] = assessments.nodes.filter((node: Node) => failing(node).includes(5));
      const alone = lacking.filter((node) => failing(node).length === 1);
      const { page, wrong } = await open('/?tab=changes');
      expect(await page.locator('.changes > .panel-sentences').first().locator('li').allTextContents()).toEqual([
        '[MÔ PHỎNG] Để đạt mục tiêu cần thêm ít nhất 66 xã đạt.',
        '[MÔ PHỎNG] Trong đó 66 xã có thể lấy từ số chưa có kết quả.',
        '[MÔ PHỎNG] Nếu đủ số xã chưa có kết quả được thẩm định là đạt thì đạt mục tiêu.',
      ]);
      expect(await page.locator('.contents-count li').first().textContent()).toBe(
        `Nội dung 5: ${lacking.length} xã chưa đạt, ${alone.length} xã chỉ thiếu nội dung này`,
      );
      await page.screenshot({ path: artefact('changes.png'), fullPage: true });
      expect(wrong).toEqual([]);
      await page.context().close();
    });

    it('lists each commune that does not count as met, those that wait before those that fail, and leads to it', async () => {
      const data = await ask(
        `unknown: assessments(within: "P-51", ${SERIES}, filter: { verdicts: [UNKNOWN] }, first: 500) { nodes { unit { code } } }
         notMet: assessments(within: "P-51", ${SERIES}, filter: { verdicts: [NOT_MET] }, first: 500) { nodes { unit { code } missingItems } }`,
      );
      const codes = (nodes: Node[]) => nodes.map(({ unit }) => unit.code);
      const { page } = await open('/?tab=changes&place=51');
      const shown = await allCellsOf(page);
      const [waiting, failing] = [data.unknown.nodes.length, data.notMet.nodes.length];
      expect(waiting * failing).toBeGreaterThan(0);
      expect(
        shown
          .slice(0, waiting)
          .map(([code]) => code)
          .toSorted(),
      ).toEqual(codes(data.unknown.nodes).toSorted());
      expect(
        shown
          .slice(waiting)
          .map(([code]) => code)
          .toSorted(),
      ).toEqual(codes(data.notMet.nodes).toSorted());
      const missing = shown.slice(waiting).map((cells) => Number(cells[6]));
      expect(missing).toEqual(missing.toSorted((a, b) => a - b));
      await page.locator('#rows tbody a').first().click();
      await page.waitForSelector('.contents');
      await page.goBack();
      await page.waitForSelector('.changes');
      expect((await cellsOf(page)).length).toBeGreaterThan(0);
      await page.context().close();
    });

    it('of a place that attained its target tells what it can lose, and which communes are at risk', async () => {
      const { page } = await open('/?tab=changes&place=04');
      const { communesAtRisk } = await ask(
        `communesAtRisk(within: "P-04", ${SERIES}, first: 500) { nodes { unit { code } } }`,
      );
      const text = (await page.locator('.changes').textContent()) ?? '';
      expect(text).toContain('[MÔ PHỎNG] Đã đạt mục tiêu: không cần thêm.');
      expect(text).toContain('[MÔ PHỎNG] Nếu 1 xã đang đạt mất kết quả thì không còn đạt mục tiêu.');
      expect((await cellsOf(page)).map(([code]) => code)).toEqual(
        communesAtRisk.nodes.map(({ unit }: Node) => unit.code),
      );
      await page.context().close();
    });
  });

  describe('communes that lost their result', () => {
    it('are those of the API and of the file, and the provinces that lost their target are named', async () => {
      const { regressions } = await ask(
        `regressions(within: "VN", ${SERIES}, first: 500) { nodes { unit { code } failingItems } }`,
      );
      type Regression = Node & { failingItems: number[] };
      const expected = regressions.nodes.map(({ unit, failingItems }: Regression) => [
        unit.code,
        failingItems.join(', '),
      ]);
      const { page, wrong } = await open('/?tab=regressions');
      const { rows } = await download(page, 'Tải CSV');
      expect(rows.map((row) => [row.Mã, row['Nội dung chưa đạt']])).toEqual(expected);
      expect((await allCellsOf(page)).map((cells) => [cells[0], cells[4] === '–' ? '' : cells[4]])).toEqual(expected);
      expect(
        await page.getByRole('region', { name: 'Địa phương đã đạt mục tiêu' }).locator('li').allTextContents(),
      ).toEqual(['Thành phố Đà Nẵng – đã đạt mục tiêu năm 2024', 'Tỉnh Đắk Lắk – đã đạt mục tiêu năm 2024']);
      await page.screenshot({ path: artefact('regressions.png'), fullPage: true });
      expect(wrong).toEqual([]);
      await page.context().close();
    });

    it('lead to where they stood, where the page groups them on a later map', async () => {
      const { page } = await open('/?tab=regressions&map=2025-07-01');
      const [, name = ''] = (await cellsOf(page))[0] ?? [];
      await page.locator('#rows tbody a').first().click();
      await untilPlace(page, name);
      expect(new URL(page.url()).searchParams.get('map')).toBe('2025-06-30');
      await page.waitForSelector('.contents');
      await page.context().close();
    });

    it('that were filtered have a file of exactly their rows', async () => {
      const { page } = await open('/?tab=regressions&only=revoked&sort=-code');
      const shown = (await cellsOf(page)).map(([code]) => code);
      expect(shown.length).toBeGreaterThan(1);
      expect((await download(page, 'Tải CSV')).rows.map((row) => row.Mã)).toEqual(shown);
      await page.context().close();
    });

    it('cannot be told of the first year, and the panel says so', async () => {
      const { page } = await open('/?tab=regressions&year=2021');
      expect(await page.locator('.regressions').textContent()).toContain('Không có số liệu năm trước để so sánh');
      expect(await page.locator('.notice').count()).toBe(0);
      await page.context().close();
    });
  });

  it('open by keys, and back and reload bring each back', async () => {
    const { page, wrong } = await open('/?tab=quota&only=short');
    await page.getByRole('link', { name: 'Cần thay đổi gì để đạt' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.changes');
    // what arranged the other table stays behind
    expect(new URL(page.url()).search).toBe('?tab=changes');
    expect(await focusOf(page)).not.toBe('main');
    await page.locator('select[name=place]').selectOption('51');
    await untilPlace(page, 'Quảng Ngãi');
    await page.getByRole('link', { name: 'Xã không giữ được' }).click();
    await page.waitForSelector('.regressions');
    const before = await cellsOf(page);
    await page.reload();
    await page.waitForSelector('html[data-ready]');
    expect(await cellsOf(page)).toEqual(before);
    await page.goBack();
    await page.waitForSelector('.changes');
    await page.goBack();
    await untilPlace(page, 'Cả nước');
    await page.goBack();
    await page.waitForSelector('.quota');
    await untilCount(page.locator('.chips [aria-current]', { hasText: 'Còn thiếu' }), 1);
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  it.each(['changes', 'regressions'])('%s has its sentences and its table without scripts', async (tab) => {
    const { page } = await open(`/?tab=${tab}`, { javaScriptEnabled: false });
    expect(await page.locator('#rows tbody tr').count()).toBe(25);
    expect(await page.locator('#rows caption').textContent()).toMatch(/^\[MÔ PHỎNG\] /);
    await page.getByRole('link', { name: 'Trang sau' }).click();
    expect(await page.locator('.pages span').textContent()).toMatch(/^Trang 2\//);
    await page.context().close();
  });

  it.each(['changes', 'regressions'].flatMap((tab) => [360, 768, 1280].map((width) => [tab, width] as const)))(
    '%s has nothing serious for axe and scrolls nowhere sideways at %d pixels',
    async (tab, width) => {
      const { page } = await open(`/?tab=${tab}`, { viewport: { width, height: 800 } });
      expect(await seriousFaults(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBe(0);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await sidewaysScroll(page)).toBe(0);
      await page.context().close();
    },
  );
});
