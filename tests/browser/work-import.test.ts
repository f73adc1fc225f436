import { readFileSync } from 'node:fs';
import { Role, readTable } from '@tieuchi/subgraph-kit';
import type { Browser, Page } from 'playwright-core';
import { type Commune, csvOf, DAY, findCommunes, formRow } from '../services/assessment-files.fixture';
import { type Officer, signIn, unitIdOf } from '../support/officer';
import { startTestSystem, type TestSystem } from '../support/test-system';
import { buildDashboard } from './built-dashboard';
import { artefact, describeInBrowser, launchBrowser } from './chromium';
import { openWork } from './work-page';

let system: TestSystem;
let browser: Browser;
let communes: Commune[];
let officer: Officer;

const open = () => openWork(browser, system.url, officer, '/work?tab=import');
const choose = (page: Page, rows: readonly (readonly string[])[]) =>
  page.getByLabel('Tệp', { exact: true }).setInputFiles({
    name: 'bieu.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(csvOf(rows)),
  });
const preview = (page: Page) => page.getByRole('button', { name: 'Xem trước' }).click();
const rowsOf = (page: Page, caption: string) =>
  page
    .locator('table', { hasText: caption })
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
async function recordedOf(asked: readonly Commune[]): Promise<number> {
  const [row] = await system.database.query<{ count: number }>(
    `select count(*)::int as count from rural_security.assessment a
     join rural_security.register_unit_version v on v.unit_id = a.unit_id and v.valid @> $2::date where v.code = any($1)`,
    [asked.map(({ code }) => code), DAY],
  );
  return row?.count ?? -1;
}

describeInBrowser('a file of many communes', () => {
  beforeAll(async () => {
    [system, browser] = await Promise.all([
      startTestSystem('real', { dashboardDir: buildDashboard() }),
      launchBrowser(),
    ]);
    communes = await findCommunes(system, '19');
    const scope = await unitIdOf(system, 'PROVINCE', '19', DAY);
    officer = await signIn(system, { subject: 'can-bo-a', role: Role.COMMUNE_OFFICER, scope });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  it('with a fault shows its row and its column, and nothing is written', async () => {
    const asked = communes.slice(0, 2);
    const { page, wrong } = await open();
    await choose(page, [formRow(asked[0] as Commune), formRow(asked[1] as Commune, { contents: 'ĐĐ?ĐĐĐĐĐ' })]);
    await preview(page);
    await page.getByText('Tệp có 1 lỗi, chưa ghi gì.').waitFor();
    const [[row, column, what] = []] = await rowsOf(page, 'Lỗi của tệp');
    expect([row, column, what]).toEqual(['3', 'ND3', expect.stringContaining('Không hiểu giá trị của ô.')]);
    expect(await page.getByRole('button', { name: 'Nhập chính thức' }).count()).toBe(0);
    expect(await recordedOf(asked)).toBe(0);
    await page.screenshot({ path: artefact('work-import-faults.png'), fullPage: true });
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  it('shows the results that would change, and is recorded when it is said so and not before', async () => {
    const asked = communes.slice(2, 5);
    const [met, , failed] = asked as [Commune, Commune, Commune];
    const { page, wrong } = await open();
    await choose(page, [
      ...asked.slice(0, 2).map((commune) => formRow(commune)),
      formRow(failed, { contents: 'ĐĐĐĐĐĐĐC', result: 'C', reason: 'chưa có mô hình' }),
    ]);
    await preview(page);
    await page.getByText('Xem trước, chưa ghi gì: 3 dòng có đơn vị; 3 sẽ ghi, 0 không đổi.').waitFor();
    const flips = await rowsOf(page, 'Kết quả sẽ đổi (3)');
    expect(flips.map(([row, code, , , before, after]) => [row, code, before, after])).toEqual([
      ['2', met.code, 'Chưa có kết quả', 'Đạt'],
      ['3', asked[1]?.code, 'Chưa có kết quả', 'Đạt'],
      ['4', failed.code, 'Chưa có kết quả', 'Chưa đạt'],
    ]);
    expect(await recordedOf(asked)).toBe(0);
    await page.screenshot({ path: artefact('work-import-preview.png'), fullPage: true });
    await page.getByRole('button', { name: 'Nhập chính thức' }).click();
    await page.getByText('Đã nhập: 3 đơn vị đã ghi, 0 không đổi.').waitFor();
    expect(await recordedOf(asked)).toBe(3);
    await choose(
      page,
      asked.slice(0, 2).map((commune) => formRow(commune)),
    );
    await preview(page);
    await page.getByText('2 không đổi').or(page.getByText('Không có gì thay đổi')).waitFor();
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  it('says how far it is while it runs', async () => {
    const asked = communes.slice(5, 8);
    const { page } = await open();
    await choose(
      page,
      asked.map((commune) => formRow(commune)),
    );
    await preview(page);
    await page.getByRole('button', { name: 'Nhập chính thức' }).waitFor();
    // the answer waits until progress was shown
    await page.route('**/imports?**', async (route) => {
      const response = await route.fetch();
      await page.locator('progress').waitFor();
      await page.getByText(/\d+\/\d+ dòng/).waitFor();
      await route.fulfill({ response });
    });
    await page.getByRole('button', { name: 'Nhập chính thức' }).click();
    await page.getByText('Đã nhập: 3 đơn vị đã ghi').waitFor();
    await page.context().close();
  });

  it('whose connection is lost on the way is asked after: it was recorded, and that is said', async () => {
    const asked = communes.slice(8, 10);
    const { page } = await open();
    await choose(
      page,
      asked.map((commune) => formRow(commune)),
    );
    await preview(page);
    await page.getByRole('button', { name: 'Nhập chính thức' }).waitFor();
    await page.route('**/imports?**', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await page.getByRole('button', { name: 'Nhập chính thức' }).click();
    await page.getByText('Đã nhập: 2 đơn vị đã ghi').waitFor();
    expect(await recordedOf(asked)).toBe(2);
    await page.context().close();
  });

  it('begins with the form of the reader’s own part of the country', async () => {
    const { page, wrong } = await open();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Tải biểu mẫu' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('bieu_19_2025.xlsx');
    let rows = 0;
    for await (const piece of readTable(readFileSync(await file.path()))) {
      rows += piece.filter(({ cells }) => /^\d{5}$/.test(cells[3] ?? '')).length;
    }
    expect(rows).toBe(communes.length);
    expect(wrong).toEqual([]);
    await page.context().close();
  });

  it('is for those who enter and appraise: others are told so', async () => {
    const recogniser = await signIn(system, { subject: 'xac-nhan', role: Role.RECOGNISER, scope: 'VN' });
    const { page } = await openWork(browser, system.url, recogniser, '/work?tab=import');
    await page.getByText('Nhập từ tệp dành cho cán bộ nhập số liệu').waitFor();
    await page.context().close();
  });
});
