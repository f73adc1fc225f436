import type { Browser, Page } from 'playwright-core';
import { startTestSystem, type TestSystem } from '../support/test-system';
import { until } from '../support/until';
import { seriousFaults, sidewaysScroll } from './axe';
import { buildDashboard } from './built-dashboard';
import { artefact, describeInBrowser, focusOf, launchBrowser, openPage, untilCount } from './chromium';
import { allCellsOf, cellsOf } from './shown-table';

interface Entry {
  readonly unit: { readonly code: string; readonly fullName: string };
  readonly modelWard: {
    readonly state: string;
    readonly notMet: number[];
    readonly selfScore: { readonly met: number; readonly asked: number } | null;
    readonly appraisedScore: { readonly met: number; readonly asked: number } | null;
    readonly recognition: { readonly year: number; readonly decisionNumber: string; readonly decidedOn: string } | null;
  };
}

let system: TestSystem;
let browser: Browser;
let entries: Entry[];

const open = (path: string, options: Parameters<typeof openPage>[3] = {}) =>
  openPage(browser, system.url, path, options);
const openTitle = (page: Page) => page.locator('#drawer-title').textContent();
const textOf = async (page: Page) => (await page.locator('.drawer').textContent()) ?? '';
const scoreOf = (score: Entry['modelWard']['selfScore']) => (score ? `${score.met}/${score.asked}` : '–');

describeInBrowser('the scorecards of ward police', () => {
  beforeAll(async () => {
    [system, browser] = await Promise.all([
      startTestSystem('demo', { dashboardDir: buildDashboard() }),
      launchBrowser(),
    ]);
    const { data } = await system.ask(
      `query @asOf(map: "2025-06-30") { modelWards(within: "VN", first: 500) { nodes { unit { code fullName } modelWard {
         state notMet selfScore { met asked } appraisedScore { met asked } recognition { year decisionNumber decidedOn } } } } }`,
    );
    entries = data.modelWards.nodes;
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  it('are listed as the API lists them, self and appraised side by side', async () => {
    const { page, wrong } = await open('/?tab=wards');
    const shown = (await allCellsOf(page)).map(([code, name, , , self, appraised]) => [code, name, self, appraised]);
    expect(shown).toHaveLength(172);
    expect(shown).toEqual(
      entries.map(({ unit, modelWard }) => [
        unit.code,
        unit.fullName,
        scoreOf(modelWard.selfScore),
        scoreOf(modelWard.appraisedScore),
      ]),
    );
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  it('open by keys where the focus goes, close by Escape where it comes back, and back and reload restore them', async () => {
    const { page, wrong } = await open('/?tab=wards&place=01');
    await page.getByRole('link', { name: 'Phường Hàng Đào' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.drawer');
    await until('the focus in the drawer', async () => (await focusOf(page)) === 'drawer-title');
    expect(new URL(page.url()).search).toBe('?place=01&tab=wards&ward=00049');
    const before = await textOf(page);
    await page.reload();
    await page.waitForSelector('html[data-ready]');
    expect(await textOf(page)).toBe(before);
    await page.locator('[data-closes]').focus();
    await page.keyboard.press('Escape');
    await untilCount(page.locator('.drawer'), 0);
    await until(
      'the focus on what opens it',
      async () => (await page.evaluate('document.activeElement.textContent')) === 'Phường Hàng Đào',
    );
    await page.goBack();
    await page.waitForSelector('.drawer');
    expect(await openTitle(page)).toBe('Công an phường Hàng Đào');
    await page.goBack();
    await untilCount(page.locator('.drawer'), 0);
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  it('tell the criteria one by one, what is missing first, and invent no text', async () => {
    const ward = entries.find(({ modelWard }) => modelWard.notMet.length > 0 && modelWard.selfScore?.met === 22)!;
    const { data } = await system.ask(
      `query @asOf(map: "2025-06-30") { commune(code: "${ward.unit.code}") { modelWard { criteria {
         number text selfScored { verdict } appraised { verdict } } } } }`,
    );
    const said = { MET: '● Đạt', NOT_MET: '○ Chưa đạt', UNKNOWN: '▨ Chưa có kết quả' } as Record<string, string>;
    type Criterion = { number: number; text: string | null; selfScored: Stated; appraised: Stated };
    type Stated = { verdict: string };
    const expected = data.commune.modelWard.criteria.map(({ number, text, selfScored, appraised }: Criterion) => [
      String(number),
      text ?? 'Chưa đối chiếu với văn bản gốc',
      said[selfScored.verdict],
      said[appraised.verdict],
    ]);
    const { page } = await open(`/?tab=wards&ward=${ward.unit.code}`);
    const rows = await page.$$eval('.criteria tbody tr', (all) =>
      all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
    );
    const groups = rows.filter(({ length }) => length === 1).flat();
    expect(groups).toEqual(['Chưa đạt (1)', 'Đạt (21)']);
    const cells = rows.filter(({ length }) => length === 4);
    expect(cells.toSorted((a, b) => Number(a[0]) - Number(b[0]))).toEqual(expected);
    expect(cells.filter((row) => row[1] === 'Chưa đối chiếu với văn bản gốc')).toHaveLength(21);
    // the ward said that it met what the appraisal did not find
    expect(cells[0]).toEqual(['1', 'Trụ sở', '● Đạt', '○ Chưa đạt']);
    await page.screenshot({ path: artefact('scorecard.png'), fullPage: true });
    await page.context().close();
  });

  it('name the decision with its number and day, and why a ward counts or does not', async () => {
    const ward = entries.find(({ modelWard }) => modelWard.state === 'RECOGNISED')!;
    const { decisionNumber, year } = ward.modelWard.recognition!;
    const { page } = await open(`/?tab=wards&ward=${ward.unit.code}`);
    expect(await textOf(page)).toMatch(
      new RegExp(`Đã công nhận \\(năm ${year}\\): Quyết định ${decisionNumber}, ngày \\d\\d/\\d{1,2}/\\d{4}`),
    );
    expect(await textOf(page)).toContain('● Được tính vào: Chỉ tiêu thí điểm');
    await page.goto(`${system.url}/?tab=wards&ward=${ward.unit.code}&rule=hcm-2023-07-by-2025&only=not-counted`);
    expect(await textOf(page)).toMatch(/✕ \[MÔ PHỎNG\] Không tính Công an phường .*: ngoài phạm vi quy định/);
    const { data } = await system.ask(
      '{ quotaWards(rule: "hcm-2023-07-by-2025", counts: false, first: 1) { totalCount } }',
    );
    expect(await page.locator('.row-count').textContent()).toBe(`${data.quotaWards.totalCount}/172 dòng`);
    await page.context().close();
  });

  it('of wards that ended are found on a later map, where their codes are of other land', async () => {
    const { page } = await open('/?tab=wards&place=01&map=2025-07-01');
    await page.getByRole('link', { name: 'Phường Hàng Đào' }).click();
    await page.waitForSelector('.drawer');
    expect(new URL(page.url()).searchParams.get('ward')).toBe('00049@2025-06-30');
    expect(await openTitle(page)).toBe('Công an phường Hàng Đào');
    await page.context().close();
  });

  it('are there without scripts, and say so where there is none', async () => {
    const { page } = await open('/?tab=wards&place=01', { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Phường Hàng Đào' }).click();
    expect(await page.locator('.criteria tbody tr').count()).toBeGreaterThan(22);
    await page.locator('[data-closes]').click();
    expect(await cellsOf(page)).toHaveLength(15);
    await page.goto(`${system.url}/?tab=wards&ward=99999`);
    expect(await openTitle(page)).toBe('Không có phường mã 99999 trên địa giới này.');
    await page.context().close();
  });

  it.each([360, 768, 1280])('have nothing serious for axe and scroll nowhere sideways at %d pixels', async (width) => {
    const { page } = await open('/?tab=wards&ward=00049', { viewport: { width, height: 800 } });
    expect(await seriousFaults(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await sidewaysScroll(page)).toBe(0);
    await page.context().close();
  });
});
