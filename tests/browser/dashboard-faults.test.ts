import { type Services, startServicesOnPlace } from '@tieuchi/standalone';
import type { Browser } from 'playwright-core';
import { startSecondGateway } from '../faults/second-gateway';
import { openTestDatabase, type TestDatabase } from '../support/test-database';
import { buildDashboard } from './built-dashboard';
import { artefact, describeInBrowser, launchBrowser, openPage, untilPlace } from './chromium';

let database: TestDatabase;
let services: Services;
let browser: Browser;
let dashboardDir: string;

describeInBrowser('the dashboard before services that are processes of their own', () => {
  beforeAll(async () => {
    [database, dashboardDir, browser] = await Promise.all([
      openTestDatabase('demo'),
      buildDashboard(),
      launchBrowser(),
    ]);
    services = await startServicesOnPlace(
      {
        dataDir: process.env.TIEUCHI_TEST_DATA as string,
        databaseUrl: database.adminUrl,
        host: '127.0.0.1',
        port: 0,
        demonstration: null,
        logLevel: 'fatal',
        dashboardDir: Promise.resolve(dashboardDir),
      },
      database.secrets,
      database,
    );
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await services?.stop();
  });

  it('shows the public what is published of a commune, and says what it does not show', async () => {
    const gateway = await startSecondGateway(services, database, {
      ANONYMOUS_ROLE: 'PUBLIC',
      OPERATIONS: 'enforce',
      DASHBOARD_DIR: dashboardDir,
    });
    try {
      const { page, wrong } = await openPage(browser, gateway.url, '/?place=164');
      await page.locator('#rows tbody a').first().click();
      await page.waitForSelector('.contents');
      expect(await page.locator('.contents').textContent()).toContain('chỉ người đã đăng nhập được xem');
      expect(await page.locator('.contents li').count()).toBe(0);
      // the server renders for whoever asks, too
      await page.reload();
      expect(await page.locator('.contents').textContent()).toContain('chỉ người đã đăng nhập được xem');
      expect(await page.locator('.contents li').count()).toBe(0);
      expect(await page.locator('.verdict').textContent()).toMatch(
        /^\[MÔ PHỎNG\] Năm 2025: (Đạt|Chưa đạt|Chưa có kết quả)$/,
      );
      expect(await page.locator('.notices').textContent()).toBe('');
      expect(wrong).toEqual([]);
      await page.context().close();
    } finally {
      await gateway.stop();
    }
  });

  it.each([
    ['quota&rule=mps-2023-12', ['[MÔ PHỎNG] Quận Sơn Trà: có 0, cần 1, còn thiếu 1.', 'lý do: chỉ người đã đăng nhập']],
    ['wards&ward=00049', ['Phần này chỉ người đã đăng nhập', 'Quyết định MP-', 'Phiếu chấm chỉ người đã đăng nhập']],
    ['changes', ['cần thêm ít nhất 66 xã đạt', 'Phần này chỉ người đã đăng nhập']],
    ['regressions', ['Thành phố Đà Nẵng – đã đạt mục tiêu năm 2024', 'Phần này chỉ người đã đăng nhập']],
    ['reconciliation', ['Chưa nhập số đã in']],
  ])('shows the public of the panel %s what is published, and says what it leaves out', async (tab, said) => {
    const gateway = await startSecondGateway(services, database, {
      ANONYMOUS_ROLE: 'PUBLIC',
      OPERATIONS: 'enforce',
      DASHBOARD_DIR: dashboardDir,
    });
    try {
      const { page, wrong } = await openPage(browser, gateway.url, `/?tab=${tab}`);
      const text = (await page.locator('.panel').textContent()) ?? '';
      for (const words of said) expect(text).toContain(words);
      expect(await page.locator('.criteria').count()).toBe(0);
      expect(await page.locator('.notices').textContent()).toBe('');
      expect(wrong).toEqual([]);
      await page.context().close();
    } finally {
      await gateway.stop();
    }
  });

  it('keeps what it showed when nothing answers, and says of when it is', async () => {
    const { page } = await openPage(browser, services.url, '/?tab=table');
    await page.route('**/graphql', (route) => route.abort());
    await page.locator('select[name=place]').selectOption('19');
    await page.waitForSelector('.notice-stale');
    expect(await page.locator('.notice-stale').textContent()).toMatch(
      /^Số liệu lưu lúc \d\d:\d\d, có thể đã thay đổi\.$/,
    );
    expect(await page.locator('.notice-error').textContent()).toContain('Không tải được số liệu, thử lại');
    await page.unroute('**/graphql');
    await page.locator('[data-again]').click();
    await untilPlace(page, 'Tỉnh Thái Nguyên');
    expect(await page.locator('.notice-stale').count()).toBe(0);
    await page.context().close();
  });

  it('says on a panel what is missing while the scores of wards are not answered', async () => {
    const { page } = await openPage(browser, services.url, '/?tab=table');
    process.kill(services.processes.get('model-ward')!.pid, 'SIGKILL');
    await page.getByRole('link', { name: 'Chỉ tiêu Công an phường kiểu mẫu' }).click();
    await page.waitForSelector('.notice-partial');
    expect(await page.locator('.notice-partial').textContent()).toContain('dịch vụ chấm điểm Công an phường');
    expect(await page.locator('.sentence').textContent()).toContain('7.550/7.692');
    expect(await page.locator('.view').textContent()).toBe('Không tải được số liệu');
    await page.context().close();
  });

  it('says what is missing while one service is gone, and shows the rest', async () => {
    const { page } = await openPage(browser, services.url, '/?tab=table');
    process.kill(services.processes.get('rural-security')!.pid, 'SIGKILL');
    await page.locator('select[name=year]').selectOption('2023');
    await page.waitForSelector('.notice-partial');
    expect(await page.locator('.notice-partial').textContent()).toMatch(
      /^Thiếu một phần số liệu: dịch vụ kết quả đánh giá tạm thời không trả lời; phần còn lại là số liệu lúc \d\d:\d\d ngày \d\d\/\d{1,2}\/\d{4}\.$/,
    );
    expect(await page.locator('#rows tbody tr').count()).toBe(25);
    // nobody answered: that is no verdict, not even "no data"
    expect(await page.locator('#rows tbody tr').first().textContent()).toMatch(/^01Hà Nội–+$/);
    expect(await page.locator('.sentence').textContent()).toBe('Không tải được số liệu');
    expect(await page.locator('.banner').count()).toBe(1);
    await page.screenshot({ path: artefact('partial.png'), fullPage: true });
    await page.context().close();
    const { page: fresh } = await openPage(browser, services.url, '/');
    expect(await fresh.locator('.notice-partial').textContent()).toContain('dịch vụ kết quả đánh giá');
    await fresh.context().close();
  });
});
