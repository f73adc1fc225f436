import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const CANDIDATES = [process.env.TIEUCHI_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'];

/** @throws Error on a machine without Chromium */
export async function withBrowser(work) {
  const executablePath = CANDIDATES.find((path) => path && existsSync(path));
  if (!executablePath) throw new Error('no Chromium here: install it, or name one by TIEUCHI_CHROMIUM');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** @returns compressed kB, and ms until the rendered text is painted and until the map is drawn */
export async function measureFirstLoad(browser, url, slower) {
  const { page, session } = await openSlowPage(browser, slower);
  await session.send('Network.enable');
  const urls = new Map();
  let bytes = 0;
  session.on('Network.responseReceived', ({ requestId, response }) => urls.set(requestId, response.url));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!urls.get(requestId)?.includes('.topojson')) bytes += encodedDataLength;
  });
  await page.goto(url);
  await page.locator('.map-borders').waitFor({ state: 'attached' });
  const drawnMs = await page.evaluate('performance.now()');
  const paintedMs = await page.evaluate(
    'performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN',
  );
  await page.context().close();
  return { kilobytes: bytes / 1_000, paintedMs, drawnMs };
}

/** What somebody does with a table. @returns for each the longest time to the next paint, in ms */
export async function measureInteractions(browser, url, slower) {
  const { page } = await openSlowPage(browser, slower);
  await page.goto(url);
  await page.waitForSelector('html[data-ready]');
  const acts = {
    'sort by name': () => page.locator('thead th').nth(1).getByRole('link').click(),
    'turn the page': () => page.locator('.pages a[rel=next]').click(),
    'search as typed': () => page.getByRole('searchbox').pressSequentially('tan', { delay: 200 }),
    filter: () => page.locator('.table-tools .chips a').nth(1).click(),
  };
  const times = {};
  for (const [name, act] of Object.entries(acts)) {
    await page.evaluate('longest = 0');
    await act();
    await page.waitForTimeout(600);
    times[name] = await page.evaluate('longest');
  }
  await page.context().close();
  return times;
}

async function openSlowPage(browser, slower) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(`
    globalThis.longest = 0;
    new PerformanceObserver((list) => {
      for (const { interactionId, duration } of list.getEntries()) if (interactionId) longest = Math.max(longest, duration);
    }).observe({ type: 'event', durationThreshold: 16, buffered: true });
  `);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  return { page, session };
}
