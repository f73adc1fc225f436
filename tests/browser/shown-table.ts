import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { until } from '../support/until';

const BANNER = 'SỐ LIỆU MÔ PHỎNG';

/** The cells of the page of rows that is shown. */
export function cellsOf(page: Page): Promise<string[][]> {
  return page.$$eval('#rows tbody tr', (rows) =>
    rows.map((row) => [...row.children].map((cell) => (cell.textContent ?? '').trim())),
  );
}

/** The cells of all pages of rows, from the one that is shown on. */
export async function allCellsOf(page: Page): Promise<string[][]> {
  const rows: string[][] = [];
  for (;;) {
    rows.push(...(await cellsOf(page)));
    const next = page.getByText('Trang sau', { exact: true });
    if ((await next.count()) === 0) return rows;
    const before = await page.locator('.pages span').textContent();
    await next.click();
    await until('the next page', async () => (await page.locator('.pages span').textContent()) !== before);
  }
}

/** A file of the demonstration, with its marks: the rows by heading. */
export async function download(page: Page, name: string) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByText(name, { exact: true }).click()]);
  const [banner, headings = [], ...rows] = parse(readFileSync(await file.path()), {
    bom: true,
    relax_column_count: true,
  }) as string[][];
  expect(banner?.[0]).toContain(BANNER);
  expect(file.suggestedFilename()).toMatch(/^MO-PHONG_/);
  return { rows: rows.map((row) => Object.fromEntries(headings.map((heading, index) => [heading, row[index] ?? '']))) };
}
