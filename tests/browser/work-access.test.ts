import { Role } from '@tieuchi/subgraph-kit';
import type { Browser, Page } from 'playwright-core';
import { type Commune, DAY, findCommunes, INDICATOR } from '../services/assessment-files.fixture';
import { recordCommunes } from '../services/recorded-communes';
import { type Officer, signIn, unitIdOf } from '../support/officer';
import { startTestSystem, type TestSystem } from '../support/test-system';
import { seriousFaults, sidewaysScroll } from './axe';
import { buildDashboard } from './built-dashboard';
import { artefact, describeInBrowser, focusOf, launchBrowser, openPage, untilCount } from './chromium';
import { enterAllMet, openWork, pasteToken } from './work-page';

let system: TestSystem;
let browser: Browser;
let communes: Commune[];
/** One of each role that has something to do, in the same province. */
const staff = new Map<Role, Officer>();
let officer: Officer;

const STAFF = [Role.COMMUNE_OFFICER, Role.APPRAISER, Role.RECOGNISER, Role.MINISTRY];
const form = (place: number) => `/work?unit=${communes[place]?.code}`;
/** What each of them sees: every form that there is. */
const views = (): [Role, string, string][] => [
  [Role.COMMUNE_OFFICER, '/work', 'Việc cần làm ('],
  [Role.COMMUNE_OFFICER, form(119), 'Biểu tự đánh giá'],
  [Role.COMMUNE_OFFICER, '/work?tab=import', 'Tải biểu mẫu'],
  [Role.APPRAISER, form(118), 'Ghi kết quả thẩm định'],
  [Role.RECOGNISER, '/work', 'chờ xác nhận'],
  [Role.RECOGNISER, form(0), 'Xác nhận kết quả'],
  [Role.RECOGNISER, '/work?tab=books', 'Ký khóa sổ'],
  [Role.MINISTRY, '/work?tab=books&province=19', 'Số liệu khóa sổ'],
];
async function openView([role, path, text]: [Role, string, string], options = {}) {
  const opened = await openWork(browser, system.url, staff.get(role) as Officer, path, options);
  await opened.page.getByText(text).first().waitFor();
  return opened;
}

describeInBrowser('everybody can use the work page:', () => {
  beforeAll(async () => {
    [system, browser] = await Promise.all([
      startTestSystem('real', { dashboardDir: buildDashboard() }),
      launchBrowser(),
    ]);
    communes = await findCommunes(system, '19');
    const scope = await unitIdOf(system, 'PROVINCE', '19', DAY);
    for (const role of STAFF) {
      const own = role === Role.MINISTRY ? 'VN' : scope;
      staff.set(role, await signIn(system, { subject: `nguoi-${role.toLowerCase()}`, role, scope: own }));
    }
    officer = staff.get(Role.COMMUNE_OFFICER) as Officer;
    await recordCommunes(system, { code: '19', year: 2025, met: 110, notMet: 2 });
    const items = Array.from({ length: 8 }, (_, index) => ({ number: index + 1, verdict: 'MET', explanation: 'a' }));
    const input = { unitCode: communes[118]?.code, indicator: INDICATOR, year: 2025, items, enteredFor: 'Công an xã' };
    await officer.ask(
      'mutation($input: EnterAssessmentInput!) { submitAssessment(input: $input) { userErrors { code } } }',
      { input },
    );
    const books = { unitCode: '19', level: 'PROVINCE', indicator: INDICATOR, year: 2025 };
    await staff
      .get(Role.RECOGNISER)
      ?.ask(
        'mutation($input: DraftTallyStatementInput!) { draftTallyStatement(input: $input) { userErrors { code } } }',
        {
          input: books,
        },
      );
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  it('without a token it says what to do, also without scripts, and asks for nothing', async () => {
    const asked: string[] = [];
    const { page, wrong } = await openPage(browser, system.url, '/work');
    page.on('request', (request) => asked.push(request.url()));
    await page.getByLabel('Mã truy cập').waitFor();
    expect(await page.locator('.sign-in').textContent()).toContain('hỏi người quản trị hệ thống');
    expect(await page.locator('.tabs').count()).toBe(0);
    expect(asked.filter((url) => url.includes('graphql'))).toEqual([]);
    await page.screenshot({ path: artefact('work-signed-out.png'), fullPage: true });
    const plain = await openPage(browser, system.url, '/work', { javaScriptEnabled: false });
    expect(await plain.page.locator('.sign-in').textContent()).toContain('Trang làm việc cần JavaScript');
    expect(await plain.page.locator('input').count()).toBe(0);
    expect(wrong).toEqual([]);
    for (const each of [page, plain.page]) await each.context().close();
  });

  it('a token that is not accepted is refused in words, and not kept', async () => {
    const { page } = await openPage(browser, system.url, '/work');
    await pasteToken(page, 'not.a.token');
    await page.getByText('Mã không được chấp nhận').waitFor();
    expect(await page.evaluate("sessionStorage.getItem('tieuchi-token')")).toBeNull();
    await page.context().close();
  });

  it('the token stands in no address, in no markup and in no message of the console', async () => {
    const said: string[] = [];
    const { page } = await openPage(browser, system.url, form(119));
    page.on('request', (request) => said.push(request.url()));
    page.on('console', (message) => said.push(message.text()));
    await pasteToken(page, officer.token);
    await page.locator('#item-1').waitFor();
    said.push(await page.content(), page.url());
    await page.getByRole('link', { name: 'Nhập từ tệp' }).click();
    await page.getByText('Tải biểu mẫu').waitFor();
    said.push(await page.content(), page.url());
    expect(said.filter((text) => text.includes(officer.token))).toEqual([]);
    // another tab has none of it, and neither has this one after signing out
    const other = await page.context().newPage();
    await other.goto(`${system.url}/work`);
    await other.getByLabel('Mã truy cập').waitFor();
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.getByLabel('Mã truy cập').waitFor();
    expect(await page.evaluate("sessionStorage.getItem('tieuchi-token')")).toBeNull();
    await page.context().close();
  });

  it.each([360, 768, 1280])(
    'axe finds nothing serious at %d pixels in any view, and nothing scrolls sideways',
    async (width) => {
      const { page: signedOut } = await openPage(browser, system.url, '/work', { viewport: { width, height: 800 } });
      await signedOut.getByLabel('Mã truy cập').waitFor();
      expect(await seriousFaults(signedOut)).toEqual([]);
      await signedOut.context().close();
      for (const [index, view] of views().entries()) {
        const { page, wrong } = await openView(view, { viewport: { width, height: 800 } });
        expect({ view, faults: await seriousFaults(page) }).toEqual({ view, faults: [] });
        expect({ view, scroll: await sidewaysScroll(page) }).toEqual({ view, scroll: 0 });
        await page.screenshot({ path: artefact(`work-${index}-${width}.png`), fullPage: true });
        expect(wrong).toEqual([]);
        await page.context().close();
      }
    },
    120_000,
  );

  it('a list that is longer than a page goes on', async () => {
    const { page } = await openView([Role.RECOGNISER, '/work', 'Đã thẩm định đạt, chờ xác nhận (110)']);
    const rows = page.locator('table', { hasText: 'chờ xác nhận' }).locator('tbody tr');
    expect(await rows.count()).toBe(100);
    await page.getByRole('button', { name: 'Xem thêm' }).first().click();
    await untilCount(rows, 110);
    expect(await page.getByRole('button', { name: 'Xem thêm' }).count()).toBe(0);
    await page.context().close();
  });

  it('is led to from the first page, in its language', async () => {
    const { page } = await openPage(browser, system.url, '/?lang=en');
    await page.getByRole('link', { name: 'Work to do' }).click();
    await page.getByLabel('Access token').waitFor();
    expect(await page.locator('h1').textContent()).toBe('Work to do');
    await page.context().close();
  });

  it('no view needs sideways scrolling at 320 pixels', async () => {
    for (const view of views()) {
      const { page } = await openView(view, { viewport: { width: 320, height: 640 } });
      expect({ view, scroll: await sidewaysScroll(page) }).toEqual({ view, scroll: 0 });
      await page.context().close();
    }
  }, 60_000);

  it('a form with faults has nothing that axe calls serious', async () => {
    const { page } = await openView([Role.COMMUNE_OFFICER, form(117), 'Biểu tự đánh giá']);
    await page.getByRole('button', { name: 'Gửi thẩm định' }).click();
    await page.getByRole('alert').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.context().close();
  });

  it('the whole way from signing in to sending is gone by keys alone', async () => {
    const { page } = await openPage(browser, system.url, form(116), { viewport: { width: 1280, height: 900 } });
    await tabTo(page, 'input[type=password]');
    await page.keyboard.insertText(officer.token);
    await page.keyboard.press('Enter');
    await page.locator('#item-1').waitFor();
    for (let number = 1; number <= 8; number += 1) {
      await tabTo(page, `#item-${number} input[type=radio]`);
      await page.keyboard.press('Space');
      await tabTo(page, `#item-${number}-explanation`);
      await page.keyboard.type('có hồ sơ');
    }
    await tabTo(page, '#entered-for');
    await page.keyboard.type('Công an xã');
    await tabTo(page, 'button[type=submit]');
    await page.keyboard.press('Enter');
    await page.locator('.notice-done', { hasText: 'Đã gửi thẩm định.' }).waitFor();
    // reading goes on at what became of it
    expect(await focusOf(page)).toBe('notice notice-done');
    await page.context().close();
  }, 60_000);

  it('a step that is refused takes the focus to what is wrong, and its links lead to the fields', async () => {
    const { page } = await openView([Role.COMMUNE_OFFICER, form(115), 'Biểu tự đánh giá']);
    await page.getByRole('button', { name: 'Gửi thẩm định' }).click();
    await page.getByRole('alert').waitFor();
    expect(await focusOf(page)).toContain('notice-error');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await focusOf(page)).toBe('item-1');
    await page.context().close();
  });

  it('speaks English on demand, and what was typed is still there', async () => {
    const { page } = await openView([Role.COMMUNE_OFFICER, form(114), 'Biểu tự đánh giá']);
    await enterAllMet(page);
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByText('What you had typed in this tab is back.').waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    expect(await page.locator('.tabs a').allTextContents()).toEqual(['Work list', 'Import a file', 'Closing of books']);
    await page.getByRole('button', { name: 'Send for appraisal' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toMatch(/^Not recorded\. Mend this:/);
    await page.context().close();
  });

  it('marks a demonstration in its banner, its title and its head', async () => {
    const demonstration = await startTestSystem('demo', { dashboardDir: buildDashboard() });
    try {
      const { page } = await openPage(browser, demonstration.url, '/work');
      expect(await page.locator('.banner').textContent()).toContain('SỐ LIỆU MÔ PHỎNG');
      expect(await page.title()).toMatch(/^\[MÔ PHỎNG\] /);
      expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
      await page.context().close();
    } finally {
      await demonstration.stop();
    }
  }, 60_000);
});

/** Presses Tab until the focus is there. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
  }
  throw new Error(`Tab does not lead to ${selector}`);
}
