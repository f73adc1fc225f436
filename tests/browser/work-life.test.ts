import { Role } from '@tieuchi/subgraph-kit';
import type { Browser, Locator, Page } from 'playwright-core';
import { type Commune, DAY, findCommunes, INDICATOR } from '../services/assessment-files.fixture';
import { type Officer, signIn, unitIdOf } from '../support/officer';
import { startTestSystem, type TestSystem } from '../support/test-system';
import { seriousFaults } from './axe';
import { buildDashboard } from './built-dashboard';
import { artefact, describeInBrowser, launchBrowser } from './chromium';
import { enterAllMet, enterContent, openWork, pasteToken, take } from './work-page';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n');
const RECORDED = `query($code: String!) @asOf(map: "${DAY}") { commune(code: $code) {
  assessment(indicator: "${INDICATOR}", year: 2025) {
    state verdict version reason submittedBy appraisedBy decisionNumber
    items { number selfAssessed { verdict explanation evidence { sha256 note document { number } } } appraised { verdict explanation } }
    history { state recordedBy } } } }`;

let system: TestSystem;
let browser: Browser;
let communes: Commune[];
let appraiser: Officer;
let recogniser: Officer;
/** Of the whole province, so that each test has a commune of its own. */
let officer: Officer;

const work = (who: Officer, path = '/work', options = {}) => openWork(browser, system.url, who, path, options);
const formOf = (commune: Commune) => `/work?unit=${commune.code}`;
async function recorded({ code }: Commune) {
  const { data, errors } = await appraiser.ask(RECORDED, { code });
  expect(errors).toBeUndefined();
  return data.commune.assessment;
}
async function submit(commune: Commune): Promise<void> {
  const items = Array.from({ length: 8 }, (_, index) => ({
    number: index + 1,
    verdict: 'MET',
    explanation: 'có hồ sơ',
  }));
  const { data } = await officer.ask(
    'mutation($input: EnterAssessmentInput!) { submitAssessment(input: $input) { userErrors { code } } }',
    { input: { unitCode: commune.code, indicator: INDICATOR, year: 2025, items, enteredFor: 'Công an xã' } },
  );
  expect(data.submitAssessment.userErrors).toEqual([]);
}

describeInBrowser('the work page', () => {
  beforeAll(async () => {
    [system, browser] = await Promise.all([
      startTestSystem('real', { dashboardDir: buildDashboard() }),
      launchBrowser(),
    ]);
    communes = await findCommunes(system, '19');
    const scope = await unitIdOf(system, 'PROVINCE', '19', DAY);
    officer = await signIn(system, { subject: 'can-bo-a', role: Role.COMMUNE_OFFICER, scope });
    appraiser = await signIn(system, { subject: 'tham-dinh-a', role: Role.APPRAISER, scope });
    recogniser = await signIn(system, { subject: 'xac-nhan-a', role: Role.RECOGNISER, scope });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  it('leads a result from its draft over return and appraisal to its confirmation, each step by somebody else', async () => {
    const commune = communes[0] as Commune;
    const scope = await unitIdOf(system, 'COMMUNE', commune.code, DAY);
    const own = await signIn(system, { subject: 'can-bo-xa', role: Role.COMMUNE_OFFICER, scope });

    const entering = await work(own, formOf(commune));
    expect(await entering.page.locator('.who').textContent()).toContain('can-bo-xa – Cán bộ nhập số liệu, xã');
    await enterAllMet(entering.page);
    await entering.page.locator('#item-1 input[type=file]').setInputFiles({
      name: 'nghi-quyet.pdf',
      mimeType: 'application/pdf',
      buffer: PDF,
    });
    await entering.page.locator('#item-1 .evidence li', { hasText: 'nghi-quyet.pdf' }).waitFor();
    await entering.page.screenshot({ path: artefact('work-entry.png'), fullPage: true });
    // of this content papers alone, by their number
    expect(await entering.page.locator('#item-2 input[type=file]').count()).toBe(0);
    await entering.page.locator('#item-2 summary').click();
    await recordPaper(entering.page, '7/BC-UBND', 'item-2-evidence-paper');
    await entering.page.locator('#item-2 .evidence li', { hasText: '7/BC-UBND' }).waitFor();
    await take(entering.page, 'Lưu nháp', 'Đã lưu nháp.');
    expect(await recorded(commune)).toMatchObject({ state: 'DRAFT', version: 1 });
    await take(entering.page, 'Gửi thẩm định', 'Đã gửi thẩm định.');

    const appraising = await work(appraiser);
    await appraising.page.screenshot({ path: artefact('work-queue.png'), fullPage: true });
    await rowOf(appraising.page, commune).getByRole('link').click();
    await appraising.page.getByLabel('Lý do trả lại').fill('Thiếu biên bản họp');
    await take(appraising.page, 'Trả lại', 'Đã trả lại.');
    expect(await recorded(commune)).toMatchObject({ state: 'RETURNED', reason: 'Thiếu biên bản họp' });

    await entering.page.goto(`${system.url}/work`);
    const row = rowOf(entering.page, commune);
    await row.waitFor();
    expect(await row.textContent()).toContain('Thiếu biên bản họp');
    await row.getByRole('link').click();
    await enterContent(entering.page, 2, 'Đạt', 'có biên bản họp');
    await take(entering.page, 'Gửi thẩm định', 'Đã gửi thẩm định.');

    await appraising.page.reload();
    await enterContent(appraising.page, 5, 'Đạt', 'đã kiểm tra');
    await appraising.page.screenshot({ path: artefact('work-appraisal.png'), fullPage: true });
    await take(appraising.page, 'Ghi kết quả thẩm định', 'Đã ghi kết quả thẩm định.');

    const confirming = await work(recogniser);
    await rowOf(confirming.page, commune).getByRole('link').click();
    await recordPaper(confirming.page, '45/QĐ-CAT', 'decision');
    await confirming.page.screenshot({ path: artefact('work-recognition.png'), fullPage: true });
    await take(confirming.page, 'Xác nhận', 'Đã xác nhận.');

    const result = await recorded(commune);
    expect(result).toMatchObject({
      state: 'RECOGNISED',
      verdict: 'MET',
      submittedBy: 'can-bo-xa',
      appraisedBy: 'tham-dinh-a',
      decisionNumber: '45/QĐ-CAT',
    });
    expect(result.history.map(({ state, recordedBy }: Record<string, string>) => `${state} ${recordedBy}`)).toEqual([
      'DRAFT can-bo-xa',
      'SUBMITTED can-bo-xa',
      'RETURNED tham-dinh-a',
      'SUBMITTED can-bo-xa',
      'APPRAISED tham-dinh-a',
      'RECOGNISED xac-nhan-a',
    ]);
    expect(result.items[0].selfAssessed.evidence).toEqual([
      { sha256: expect.stringMatching(/^[0-9a-f]{64}$/), note: 'nghi-quyet.pdf', document: null },
    ]);
    expect(result.items[1].selfAssessed).toMatchObject({
      explanation: 'có biên bản họp',
      evidence: [{ document: { number: '7/BC-UBND' } }],
    });
    expect(result.items[4].appraised).toEqual({ verdict: 'MET', explanation: 'đã kiểm tra' });
    expect(result.items[7].appraised).toMatchObject({ verdict: 'MET', explanation: 'có hồ sơ 8' });
    for (const { page, wrong } of [entering, appraising, confirming]) {
      expect(wrong).toEqual([]);
      await page.context().close();
    }
  }, 90_000);

  it('lets nobody appraise what they entered, and says so', async () => {
    const commune = communes[1] as Commune;
    const { page } = await work(appraiser, formOf(commune));
    await enterAllMet(page);
    await page.getByLabel('Người chịu trách nhiệm ở xã').fill('Trưởng Công an xã');
    await take(page, 'Gửi thẩm định', 'Đã gửi thẩm định.');
    await page.getByRole('button', { name: 'Ghi kết quả thẩm định' }).click();
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('Người nhập không được tự thẩm định');
    expect(await recorded(commune)).toMatchObject({ state: 'SUBMITTED', version: 1 });
    await page.context().close();
  });

  it('shows at its field what is missing or wrong, and takes nothing away', async () => {
    const commune = communes[2] as Commune;
    const { page } = await work(officer, formOf(commune));
    await enterContent(page, 1, 'Đạt', 'có nghị quyết');
    await enterContent(page, 3, 'Chưa đạt', '');
    await page.getByRole('button', { name: 'Gửi thẩm định' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.locator('#item-3 .field-faults').allTextContents()).toContainEqual(
      expect.stringContaining('Ghi rõ lý do'),
    );
    expect(await page.locator('#item-2 .field-faults').allTextContents()).toContainEqual(
      expect.stringContaining('Chưa nêu kết quả'),
    );
    expect(await recorded(commune)).toMatchObject({ state: 'NOT_STARTED' });
    // and what the service finds: an officer from above says for whom they enter
    await enterAllMet(page);
    expect((await page.locator('#item-3 .field-faults').allTextContents()).join('')).toBe('');
    await page.getByRole('button', { name: 'Gửi thẩm định' }).click();
    await page.locator('#entered-for[aria-invalid=true]').waitFor();
    expect(await page.locator('#entered-for-faults').textContent()).toContain('Ghi rõ lý do');
    expect(await page.locator('#item-8-explanation').inputValue()).toBe('có hồ sơ 8');
    await page.getByLabel('Người chịu trách nhiệm ở xã').fill('Công an xã');
    // what is mended is no longer called wrong
    expect(await page.getByRole('alert').count()).toBe(0);
    await take(page, 'Gửi thẩm định', 'Đã gửi thẩm định.');
    await page.context().close();
  });

  it('shows a lost update with what the other wrote, and goes on with what was typed', async () => {
    const commune = communes[3] as Commune;
    const [first, second] = await Promise.all([work(officer, formOf(commune)), work(officer, formOf(commune))]);
    for (const { page } of [first, second]) await page.getByLabel('Người chịu trách nhiệm ở xã').fill('Công an xã');
    await enterContent(first.page, 1, 'Chưa đạt', 'chưa có nghị quyết');
    await take(first.page, 'Lưu nháp', 'Đã lưu nháp.');
    await enterContent(second.page, 2, 'Đạt', 'không có vụ việc');
    await second.page.getByRole('button', { name: 'Lưu nháp' }).click();
    const stale = second.page.locator('.stale');
    await stale.waitFor();
    expect(await stale.textContent()).toMatch(/can-bo-a lúc \d\d:\d\d ngày .*Đang nhập, chưa gửi/);
    expect(await stale.locator('tbody tr').allTextContents()).toEqual(['1Chưa đạt – chưa có nghị quyết–']);
    await second.page.screenshot({ path: artefact('work-stale.png'), fullPage: true });
    expect(await seriousFaults(second.page)).toEqual([]);
    await second.page.getByRole('button', { name: 'Giữ phần tôi nhập' }).click();
    expect(await second.page.getByRole('alert').count()).toBe(0);
    expect(await second.page.locator('#item-1-explanation').inputValue()).toBe('chưa có nghị quyết');
    await take(second.page, 'Lưu nháp', 'Đã lưu nháp.');
    const { items, version } = await recorded(commune);
    expect([version, items[0].selfAssessed.explanation, items[1].selfAssessed.explanation]).toEqual([
      2,
      'chưa có nghị quyết',
      'không có vụ việc',
    ]);
    for (const { page } of [first, second]) await page.context().close();
  });

  it('loses nothing that was typed on a lost connection, and takes the step once', async () => {
    const commune = communes[4] as Commune;
    const { page } = await work(officer, formOf(commune));
    await enterContent(page, 1, 'Đạt', 'có nghị quyết');
    await page.getByLabel('Người chịu trách nhiệm ở xã').fill('Công an xã');
    // it arrives, and its answer does not
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('"SaveAssessment"')) await route.fetch();
      await route.abort();
    });
    await page.getByRole('button', { name: 'Lưu nháp' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('Chưa rõ đã ghi hay chưa');
    expect(await page.locator('#item-1-explanation').inputValue()).toBe('có nghị quyết');
    await page.unroute('**/graphql');
    await take(page, 'Lưu nháp', 'Đã lưu nháp.');
    expect(await recorded(commune)).toMatchObject({ state: 'DRAFT', version: 1 });
    // typed and not recorded: a page that is loaded anew has it again
    await enterContent(page, 2, 'Chưa đạt', 'đang dở');
    await page.reload();
    await page.getByText('Đã khôi phục phần nhập dở').waitFor();
    expect(await page.locator('#item-2-explanation').inputValue()).toBe('đang dở');
    await page.context().close();
  });

  it('keeps what was typed while a token ends and another one is pasted', async () => {
    const commune = communes[5] as Commune;
    const { page } = await work(officer, formOf(commune));
    await enterContent(page, 1, 'Đạt', 'có nghị quyết');
    await page.getByLabel('Người chịu trách nhiệm ở xã').fill('Công an xã');
    await page.evaluate("sessionStorage.setItem('tieuchi-token', 'ended')");
    await page.getByRole('button', { name: 'Lưu nháp' }).click();
    await page.getByText('Phiên làm việc đã hết').first().waitFor();
    expect(await page.locator('#item-1-explanation').inputValue()).toBe('có nghị quyết');
    await pasteToken(page, officer.token);
    await page.locator('.who').waitFor();
    expect(await page.locator('#item-1-explanation').inputValue()).toBe('có nghị quyết');
    await take(page, 'Lưu nháp', 'Đã lưu nháp.');
    await page.context().close();
  });

  it('asks for one result where the set of the year has no contents, and says where there is no such unit', async () => {
    const commune = communes[7] as Commune;
    const { page } = await work(officer, `/work?year=2021&unit=${commune.code}`);
    await page.getByLabel('Người chịu trách nhiệm ở xã').fill('Công an xã');
    await page.getByRole('button', { name: 'Gửi thẩm định' }).waitFor();
    expect(await page.locator('.item').count()).toBe(1);
    await page.getByLabel('Chưa đạt', { exact: true }).check();
    await take(page, 'Gửi thẩm định', 'Đã gửi thẩm định.');
    const { data } = await appraiser.ask(
      `query($code: String!) @asOf(map: "${DAY}") { commune(code: $code) {
         assessment(indicator: "${INDICATOR}", year: 2021) { state selfAssessedVerdict } } }`,
      { code: commune.code },
    );
    expect(data.commune.assessment).toEqual({ state: 'SUBMITTED', selfAssessedVerdict: 'NOT_MET' });
    await page.goto(`${system.url}/work?unit=99999`);
    await page.getByText('Không có đơn vị mang mã này trên địa giới của năm.').waitFor();
    await page.context().close();
  });

  it('shows a reader what waits and no form, and a commune outside of the year that it is outside', async () => {
    const viewer = await signIn(system, { subject: 'xem', role: Role.VIEWER, scope: 'VN' });
    await submit(communes[6] as Commune);
    const { page } = await work(viewer, formOf(communes[6] as Commune));
    await page.getByText('Hiện không có bước nào của vai trò bạn ở đây.').waitFor();
    expect(await page.locator('.desk-form').count()).toBe(0);
    expect(await page.locator('.desk-contents li').count()).toBe(8);
    await page.goto(`${system.url}/work?unit=05443`);
    await page.getByText('Đơn vị không thuộc phạm vi tính của năm này.').waitFor();
    await page.context().close();
  });
});

/** Of the list that stands first. */
function rowOf(page: Page, { code }: Commune): Locator {
  return page.locator('tbody tr', { hasText: code }).first();
}

/** Within a form: a new paper, recorded and chosen. */
async function recordPaper(page: Page, number: string, field: string): Promise<void> {
  await page.getByLabel('Số, ký hiệu').fill(number);
  await page.getByLabel('Ngày ban hành').fill('2026-01-15');
  await page.getByLabel('Cơ quan ban hành').fill('Công an tỉnh');
  await page.getByLabel('Trích yếu, tên văn bản').fill('Quyết định xác nhận');
  await page.getByRole('button', { name: 'Ghi văn bản' }).click();
  await page.locator(`select#${field} option:checked`, { hasText: number }).waitFor({ state: 'attached' });
}
