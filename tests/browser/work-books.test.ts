import { Role } from '@tieuchi/subgraph-kit';
import type { Browser, Page } from 'playwright-core';
import { DAY, INDICATOR } from '../services/assessment-files.fixture';
import { changeCommunes, recordCommunes } from '../services/recorded-communes';
import { type Officer, signIn, unitIdOf } from '../support/officer';
import { startTestSystem, type TestSystem } from '../support/test-system';
import { buildDashboard } from './built-dashboard';
import { artefact, describeInBrowser, launchBrowser } from './chromium';
import { openWork, take } from './work-page';

const BOOKS = `query @asOf(map: "${DAY}") { province(code: "19") { tallyStatements(indicator: "${INDICATOR}", year: 2025) {
  state version met notMet unknown signer draftedBy signedBy receivedBy returnedBy reason paper { number } } } }`;

let system: TestSystem;
let browser: Browser;
let recogniser: Officer;
let ministry: Officer;

async function books() {
  const { data, errors } = await ministry.ask(BOOKS);
  expect(errors).toBeUndefined();
  return data.province.tallyStatements;
}
const countsOf = (page: Page) => page.locator('.book').first().locator('table').first().locator('td').allTextContents();

describeInBrowser('the closing of a tally', () => {
  beforeAll(async () => {
    [system, browser] = await Promise.all([
      startTestSystem('real', { dashboardDir: buildDashboard() }),
      launchBrowser(),
    ]);
    const scope = await unitIdOf(system, 'PROVINCE', '19', DAY);
    recogniser = await signIn(system, { subject: 'xac-nhan-a', role: Role.RECOGNISER, scope });
    ministry = await signIn(system, { subject: 'bo-a', role: Role.MINISTRY, scope: 'VN' });
    await recordCommunes(system, { code: '19', year: 2025, met: 118, notMet: 2 });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  it('is drawn up, signed with its paper, received and returned, and shows what changed since', async () => {
    const closing = await openWork(browser, system.url, recogniser, '/work?tab=books');
    const { page } = closing;
    await page.getByText('Chưa có bản khóa sổ nào.').waitFor();
    await take(page, 'Lập bản khóa sổ', 'Đã tính số liệu khóa sổ.');
    expect(await countsOf(page)).toEqual(['118', '2', '1', '121']);
    await page.getByRole('button', { name: 'Ký khóa sổ' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.locator('#signer-faults').textContent()).toContain('Giá trị không hợp lệ.');
    await page.getByLabel('Số, ký hiệu').fill('12/BC-CAT');
    await page.getByLabel('Ngày ban hành').fill('2026-01-05');
    await page.getByLabel('Cơ quan ban hành').fill('Công an tỉnh');
    await page.getByLabel('Trích yếu, tên văn bản').fill('Báo cáo kết quả');
    await page.getByRole('button', { name: 'Ghi văn bản' }).click();
    await page
      .locator('select#statement-paper option:checked', { hasText: '12/BC-CAT' })
      .waitFor({ state: 'attached' });
    await page.getByLabel('Người ký văn bản').fill('Đại tá A');
    await page.screenshot({ path: artefact('work-books-sign.png'), fullPage: true });
    await take(page, 'Ký khóa sổ', 'Đã ký khóa sổ.');
    expect(await books()).toMatchObject([
      { state: 'SIGNED', met: 118, signer: 'Đại tá A', signedBy: 'xac-nhan-a', paper: { number: '12/BC-CAT' } },
    ]);

    await changeCommunes(system, { code: '19', year: 2025 }, { 1: 'NOT_MET', 121: 'MET' });
    const receiving = await openWork(browser, system.url, ministry, '/work?tab=books');
    await receiving.page.getByLabel('Tỉnh, thành phố').selectOption('19');
    await receiving.page.getByRole('button', { name: 'Xem' }).click();
    await receiving.page.getByText('Các xã đã đổi kết quả (2)').waitFor();
    expect(await countsOf(receiving.page)).toEqual(['118', '2', '1', '121']);
    expect(await receiving.page.locator('.book').textContent()).toContain(
      'Thay đổi từ khi tính: Đạt 0, chưa đạt +1, chưa có kết quả −1',
    );
    await receiving.page.screenshot({ path: artefact('work-books-receive.png'), fullPage: true });
    await take(receiving.page, 'Nhận', 'Đã nhận.');
    await receiving.page.getByLabel('Lý do trả lại').fill('Một xã đã đổi kết quả');
    await take(receiving.page, 'Trả lại', 'Đã trả lại.');
    expect(await books()).toMatchObject([
      { state: 'RETURNED', version: 4, receivedBy: 'bo-a', returnedBy: 'bo-a', reason: 'Một xã đã đổi kết quả' },
    ]);

    await page.reload();
    await take(page, 'Lập bản khóa sổ', 'Đã tính số liệu khóa sổ.');
    expect(await countsOf(page)).toEqual(['118', '3', '0', '121']);
    expect((await books()).map(({ state }: { state: string }) => state)).toEqual(['RETURNED', 'DRAFT']);
    for (const { page: each, wrong } of [closing, receiving]) {
      expect(wrong).toEqual([]);
      await each.context().close();
    }
  }, 60_000);

  it('by two at once is taken once: the other reads what was written, and what was typed stays', async () => {
    const path = '/work?tab=books&province=19';
    const [first, second] = [
      await openWork(browser, system.url, recogniser, path),
      await openWork(browser, system.url, recogniser, path),
    ];
    await second.page.getByLabel('Người ký văn bản').fill('Đại tá B');
    await take(first.page, 'Tính lại bản nháp', 'Đã tính số liệu khóa sổ.');
    await second.page.getByRole('button', { name: 'Tính lại bản nháp' }).click();
    await second.page.getByRole('alert').waitFor();
    expect(await second.page.getByRole('alert').textContent()).toContain('Người khác đã ghi trước');
    await second.page.getByText('Bản ghi số 2').waitFor();
    expect(await second.page.getByLabel('Người ký văn bản').inputValue()).toBe('Đại tá B');
    for (const { page } of [first, second]) await page.context().close();
  });

  it('of a province of July 2025 counts all that was grouped under it, and its work list has them', async () => {
    const scope = await unitIdOf(system, 'PROVINCE', '19', '2025-07-01');
    const grouped = await signIn(system, { subject: 'tham-dinh-moi', role: Role.APPRAISER, scope });
    const { page } = await openWork(browser, system.url, grouped, '/work?tab=books');
    await page.getByText('Chưa có bản khóa sổ nào.').waitFor();
    await take(page, 'Lập bản khóa sổ', 'Đã tính số liệu khóa sổ.');
    expect((await countsOf(page)).at(-1)).toBe('216');
    await page.getByRole('link', { name: 'Danh sách việc' }).click();
    await page.getByText('Việc cần làm (95)').waitFor();
    await page.context().close();
  });

  it('is none of a commune', async () => {
    const [row] = await system.database.query<{ unit_id: string }>(
      "select unit_id from rural_security.register_unit_version where kind = 'RURAL_COMMUNE' and valid @> $1::date limit 1",
      [DAY],
    );
    const officer = await signIn(system, { subject: 'x', role: Role.COMMUNE_OFFICER, scope: row!.unit_id });
    const { page } = await openWork(browser, system.url, officer, '/work?tab=books');
    await page.getByText('Khóa sổ dành cho cấp huyện, cấp tỉnh và Bộ.').waitFor();
    await page.context().close();
  });
});
