import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { until } from '../support/until';

const CANDIDATES = [
  process.env.TIEUCHI_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Debian's Chromium, or what TIEUCHI_CHROMIUM names; undefined on a machine without one. */
const executablePath = CANDIDATES.find((path) => path !== undefined && existsSync(path));

/** The suite of a browser; on a machine without one it is left out, and says so by its name. */
export function describeInBrowser(title: string, suite: () => void): void {
  if (executablePath) describe(title, suite);
  else describe.skip(`${title} (no Chromium here: install it, or name one by TIEUCHI_CHROMIUM)`, suite);
}

export function launchBrowser(): Promise<Browser> {
  // in containers nobody may make the namespaces of its sandbox
  return chromium.launch({ executablePath: executablePath as string, args: ['--no-sandbox'] });
}

/** A page of its own, and all that must not happen on it. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors of the console, uncaught errors, and requests to hosts other than the page's own. */
  readonly wrong: string[];
}

export async function openPage(
  browser: Browser,
  url: string,
  path: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ locale: 'vi-VN', ...options });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  page.on('pageerror', ({ message }) => wrong.push(message));
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) wrong.push(`asked ${request.url()}`);
  });
  await page.goto(url + path);
  if (options.javaScriptEnabled !== false) await page.waitForSelector('html[data-ready]');
  return { page, wrong };
}

/** Waits until so many of them are there. */
export function untilCount(locator: Locator, count: number): Promise<void> {
  return until(`${count} of ${locator}`, async () => (await locator.count()) === count, 10_000);
}

/** Waits until the page is about a place. */
export function untilPlace(page: Page, name: string): Promise<void> {
  return page.locator('h1', { hasText: name }).waitFor();
}

/** The id of what has the focus, else its class. */
export function focusOf(page: Page): Promise<string> {
  return page.evaluate('document.activeElement.id || document.activeElement.className');
}

const ARTEFACTS = join(__dirname, '../../artefacts/browser');

/** Where a picture of a run is kept; the folder is not in git. */
export function artefact(name: string): string {
  mkdirSync(ARTEFACTS, { recursive: true });
  return join(ARTEFACTS, name);
}
