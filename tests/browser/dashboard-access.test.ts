import type { Browser } from 'playwright-core';
import { startTestSystem, type TestSystem } from '../support/test-system';
import { seriousFaults, sidewaysScroll } from './axe';
import { buildDashboard } from './built-dashboard';
import { artefact, describeInBrowser, focusOf, launchBrowser, openPage, untilPlace } from './chromium';

const BANNER = 'SỐ LIỆU MÔ PHỎNG';

let system: TestSystem;
let browser: Browser;

const open = (path: string, options: Parameters<typeof openPage>[3] = {}) =>
  openPage(browser, system.url, path, options);

describeInBrowser('everybody can use the dashboard:', () => {
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

  it.each<[number, string[]]>([
    [360, ['/', '/?tab=table']],
    [768, ['/', '/?tab=table']],
    [1280, ['/', '/?tab=bars', '/?tab=years&place=19', '/?tab=table', '/?place=164', '/?place=05488&lang=en']],
  ])(
    'axe finds nothing serious at %d pixels, and nothing scrolls sideways',
    async (width, paths) => {
      const { page, wrong } = await open('/', { viewport: { width, height: 800 } });
      for (const path of paths) {
        await page.goto(system.url + path);
        await page.waitForSelector('html[data-ready]');
        if (path === '/') await page.locator('.map a').first().waitFor({ state: 'attached' });
        if (path.includes('bars') || path.includes('years')) await page.waitForSelector('.plot-frame svg');
        expect({ path, faults: await seriousFaults(page) }).toEqual({ path, faults: [] });
        expect({ path, scroll: await sidewaysScroll(page) }).toEqual({ path, scroll: 0 });
      }
      expect(wrong).toEqual([]);
      await page.context().close();
    },
    60_000,
  );

  it.each(['/', '/?tab=bars', '/?tab=years', '/?tab=table&lang=en', '/?place=05488'])(
    '%s needs no sideways scrolling at 320 pixels, which is 1280 at 400 %%',
    async (path) => {
      const { page } = await open(path, { viewport: { width: 320, height: 640 } });
      if (path.includes('bars') || path.includes('years')) await page.waitForSelector('.plot-frame svg');
      expect(await sidewaysScroll(page)).toBe(0);
      if (path === '/') await page.screenshot({ path: artefact('narrow.png'), fullPage: true });
      await page.context().close();
    },
  );

  it('tells verdicts apart where the system chooses the colours', async () => {
    const { page } = await open('/', { forcedColors: 'active', viewport: { width: 1280, height: 900 } });
    await page.locator('.map a').first().waitFor({ state: 'attached' });
    const cells = await page.$$eval('#rows tbody td:last-child', (all) => all.map((cell) => cell.textContent ?? ''));
    expect(cells.every((text) => /^[●○✕◐▨–] \S/.test(text))).toBe(true);
    await page.screenshot({ path: artefact('forced-colours.png'), fullPage: true });
    await page.context().close();
  });

  it('moves nothing for whoever asked for less motion', async () => {
    const { page } = await open('/', { reducedMotion: 'reduce' });
    await page.locator('.map a path').first().waitFor({ state: 'attached' });
    const durations = await page.evaluate<string[]>(
      '[...new Set([...document.querySelectorAll("*")].map((one) => getComputedStyle(one).transitionDuration))]',
    );
    expect(durations).toEqual(['0s']);
    await page.context().close();
  });

  it('says its language, and that of each word in another one', async () => {
    const { page } = await open('/');
    expect(await page.getAttribute('html', 'lang')).toBe('vi');
    await page.getByRole('link', { name: 'English' }).click();
    await page.locator('.tabs', { hasText: 'In order' }).waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    expect(await page.getByRole('link', { name: 'Tiếng Việt' }).getAttribute('lang')).toBe('vi');
    expect(await page.locator('.sentence').textContent()).toMatch(/^\[SYNTHETIC\] In 2025/);
    await page.context().close();
  });

  it('leads by keys past the head to a province, where the focus begins anew', async () => {
    const { page } = await open('/?tab=table');
    await page.keyboard.press('Tab');
    expect(await focusOf(page)).toBe('skip');
    await page.keyboard.press('Enter');
    expect(await focusOf(page)).toBe('main');
    await page.getByRole('link', { name: 'Hà Nội' }).focus();
    await page.keyboard.press('Enter');
    await untilPlace(page, 'Hà Nội');
    expect(await focusOf(page)).toBe('main');
    await page.context().close();
  });

  it('opens a tile, sorts and turns pages by keys alone, and the focus stays where it was', async () => {
    const { page } = await open('/?tab=table');
    await page.locator('.tile summary').first().focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('.tile').first().getAttribute('open')).not.toBeNull();
    const heading = page.getByRole('columnheader', { name: 'Thiếu' });
    await heading.getByRole('link').focus();
    await page.keyboard.press('Enter');
    await page.locator('th[aria-sort=ascending]').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('th[aria-sort=descending]').waitFor();
    expect(await page.locator('#rows tbody tr').first().textContent()).toContain('Bến Tre');
    await page.context().close();
  });

  it('has sentence, tiles and table without scripts, and its pages and filters work', async () => {
    const { page } = await open('/', { javaScriptEnabled: false });
    expect(await page.locator('.sentence').textContent()).toMatch(/^\[MÔ PHỎNG\] Năm 2025, cả nước có ít nhất/);
    expect(await page.locator('#rows tbody tr').count()).toBe(25);
    await page.getByRole('link', { name: 'Trang sau' }).click();
    expect(await page.locator('.pages span').textContent()).toBe('Trang 2/3');
    await page.locator('select[name=place]').selectOption('19');
    await page.getByRole('button', { name: 'Xem' }).click();
    expect(await page.locator('h1').textContent()).toContain('Tỉnh Thái Nguyên');
    await page.context().close();
  });

  it('prints to PDF with its marks and its source on each sheet', async () => {
    const { page } = await open('/?tab=table');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.filters').isVisible()).toBe(false);
    expect(await page.locator('.print-line').textContent()).toContain(BANNER);
    const repeated = await page.evaluate<string[]>(
      '[getComputedStyle(document.querySelector(".page"), "::after").position, getComputedStyle(document.querySelector(".print-line")).display, getComputedStyle(document.querySelector(".print-line")).breakInside]',
    );
    // what is fixed is repeated on each sheet, and so is the foot of a table that is not broken
    expect(repeated).toEqual(['fixed', 'table-footer-group', 'avoid']);
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await page.locator('#rows tbody tr').count()).toBe(63);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    expect(await page.locator('#rows tbody tr').count()).toBe(25);
    const pdf = await page.pdf({ path: artefact('print.pdf'), preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await page.context().close();
  });
});
