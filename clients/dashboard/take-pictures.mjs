// Takes the README's pictures of a running system: `node clients/dashboard/take-pictures.mjs [URL]`.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const FOLDER = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
const CANDIDATES = [process.env.TIEUCHI_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'];

/** Each by the address of its view, and what must be drawn before it is taken. */
const PICTURES = {
  'country.png': ['/', '.map-borders'],
  'province.png': ['/?place=19&tab=years', '.plot-frame svg'],
  'quota.png': ['/?tab=quota', '#rows'],
};

const url = process.argv[2] ?? 'http://127.0.0.1:4000';
const executablePath = CANDIDATES.find((path) => path && existsSync(path));
if (!executablePath) throw new Error('no Chromium here: install it, or name one by TIEUCHI_CHROMIUM');
mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
for (const [file, [path, drawn]] of Object.entries(PICTURES)) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1150 }, locale: 'vi-VN' });
  await page.goto(url + path);
  await page.locator(drawn).first().waitFor({ state: 'attached' });
  await page.screenshot({ path: join(FOLDER, file) });
}
await browser.close();
