import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Officer } from '../support/officer';
import { openPage, type WatchedPage } from './chromium';

/** The work page of somebody in a browser of their own, signed in as people do: by pasting the token. */
export async function openWork(
  browser: Browser,
  url: string,
  who: Pick<Officer, 'token'>,
  path = '/work',
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const opened = await openPage(browser, url, path, { viewport: { width: 1280, height: 900 }, ...options });
  await pasteToken(opened.page, who.token);
  await opened.page.locator('.who').waitFor();
  return opened;
}

export async function pasteToken(page: Page, token: string): Promise<void> {
  await page.getByLabel('Mã truy cập').fill(token);
  await page.keyboard.press('Enter');
}

/** Says of one content what is to be said. */
export async function enterContent(page: Page, number: number, verdict: string, explanation: string): Promise<void> {
  const item = page.locator(`#item-${number}`);
  await item.getByLabel(verdict, { exact: true }).check();
  await item.getByLabel('Giải trình, lý do').fill(explanation);
}

export async function enterAllMet(page: Page): Promise<void> {
  for (let number = 1; number <= 8; number += 1) await enterContent(page, number, 'Đạt', `có hồ sơ ${number}`);
}

/** Presses a button and waits until the page says that the step was taken. */
export async function take(page: Page, button: string, done: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.locator('.notice-done', { hasText: done }).waitFor();
}
