import { Role } from '@tieuchi/subgraph-kit';
import type { Browser } from 'playwright-core';
import { recordCommunes } from '../services/recorded-communes';
import { type Template } from '../support/test-database';
import { startTestSystem, type TestSystem } from '../support/test-system';
import { seriousFaults, sidewaysScroll } from './axe';
import { buildDashboard } from './built-dashboard';
import { artefact, describeInBrowser, launchBrowser, openPage } from './chromium';
import { cellsOf } from './shown-table';

const HEADING =
  'id,place,province_code,unit_code,map,level,as_of,indicator,criteria_version,met,total,printed_percent,printed_qualifier,target_percent,printed_attainment_percent,kind,note,source';
const line = (id: string, met: number, total: number, printed: string, qualifier = '') =>
  `${id},Thái Nguyên,19,19,,PROVINCE,2025-06-30,I19_2,2021-2025,${met},${total},${printed},${qualifier},,,RESULT,,Báo cáo thử ${id}`;
/** What a test invents: as many as are recorded, more, over another number of units, with a rate that does not follow. */
const REPORT = [
  HEADING,
  line('T1', 118, 121, '97.5'),
  line('T2', 120, 121, '99.17', 'trên'),
  line('T3', 98, 100, '98'),
  line('T4', 118, 121, '98.9'),
].join('\n');

let system: TestSystem;
let browser: Browser;

async function start(template: Template): Promise<void> {
  system = await startTestSystem(template, { dashboardDir: buildDashboard() });
  const response = await fetch(`${system.url}/imports?kind=reported-tallies&name=thu.csv`, {
    method: 'POST',
    headers: { authorization: `Bearer ${system.tokens.get(Role.MINISTRY)}` },
    body: REPORT,
  });
  expect(await response.json()).toMatchObject({ status: 'APPLIED', report: { faults: [] } });
}

describeInBrowser('the reconciliation panel', () => {
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(() => system.stop());
  afterAll(() => browser.close());

  it('sets what was reported beside what is recorded, as printed, and flags what is odd', async () => {
    await start('real');
    await recordCommunes(system, { code: '19', year: 2025, met: 118, notMet: 3 });
    const { page, wrong } = await openPage(browser, system.url, '/?tab=reconciliation&place=19');
    expect((await cellsOf(page)).map((cells) => [...cells.slice(5, 7), ...cells.slice(-2)])).toEqual([
      ['118/121', '97,5%', '–', 'Khớp'],
      ['120/121', 'trên 99,17%', 'Số nêu ước lượng', 'Lệch 2'],
      ['98/100', '98%', 'Khác mẫu số', 'Khác mẫu số'],
      ['118/121', '98,9%', 'Tỷ lệ in không khớp với số đếm', 'Khớp'],
    ]);
    const { data } = await system.ask(
      'query @asOf(map: "2025-06-30") { province(code: "19") { reportedTallies { source reconciliation { sentence } } } }',
    );
    await page.locator('.reconciliation summary').click();
    const sentences = await page.locator('.reconciliation .panel-sentences li').allTextContents();
    expect(sentences).toEqual(
      data.province.reportedTallies.map(
        ({ source, reconciliation }: { source: string; reconciliation: { sentence: string } }) =>
          expect.stringMatching(`^${literally(reconciliation.sentence)} .*${source}`),
      ),
    );
    expect(sentences[0]).toContain('Thái Nguyên in 118/121 (97,5%); hệ thống ghi nhận 118/121: khớp.');
    // the country lists what was printed of its provinces, too
    await page.goto(`${system.url}/?tab=reconciliation&only=flagged`);
    expect(await cellsOf(page)).toHaveLength(3);
    expect(wrong).toEqual([]);
    await page.context().close();
  }, 60_000);

  it('never compares with demonstration data, and says so in the words of the graph', async () => {
    await start('demo');
    const { page, wrong } = await openPage(browser, system.url, '/?tab=reconciliation&place=19');
    const outcomes = (await cellsOf(page)).map((cells) => cells.at(-1));
    expect(outcomes).toEqual(Array(4).fill('Không đối chiếu với số liệu mô phỏng'));
    const text = (await page.locator('.reconciliation').textContent()) ?? '';
    expect(text).toContain('không phải số mô phỏng');
    expect(text).toContain('Thái Nguyên in 118/121 (97,5%): không đối chiếu với số liệu mô phỏng.');
    expect(text).not.toContain('hệ thống ghi nhận');
    await page.screenshot({ path: artefact('reconciliation.png'), fullPage: true });
    for (const width of [360, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect({ width, faults: await seriousFaults(page) }).toEqual({ width, faults: [] });
      expect(await sidewaysScroll(page)).toBe(0);
    }
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await sidewaysScroll(page)).toBe(0);
    expect(wrong).toEqual([]);
    await page.context().close();
    const { page: bare } = await openPage(browser, system.url, '/?tab=reconciliation&place=01', {
      javaScriptEnabled: false,
    });
    expect(await bare.locator('.reconciliation').textContent()).toContain('Chưa nhập số đã in');
    await bare.context().close();
  }, 60_000);
});

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
