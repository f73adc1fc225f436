import type { Browser } from 'playwright-core';
import { startTestSystem, type TestSystem } from '../support/test-system';
import { artefact, describeInBrowser, launchBrowser } from './chromium';

let system: TestSystem;
let browser: Browser;

describeInBrowser('GraphiQL on the own machine', () => {
  beforeAll(async () => {
    [system, browser] = await Promise.all([startTestSystem('demo'), launchBrowser()]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  it('answers its first question, knows the schema, and asks no other host', async () => {
    const page = await browser.newPage();
    const wrong: string[] = [];
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
    page.on('pageerror', ({ message }) => wrong.push(message));
    page.on('request', (request) => {
      if (!request.url().startsWith(system.url)) wrong.push(`asked ${request.url()}`);
    });
    await page.goto(system.graphiqlUrl as string);
    await page.locator('button.graphiql-execute-button').click();
    const answer = page.locator('.result-window');
    await answer.getByText('"met"').waitFor();
    expect(await answer.textContent()).toContain('"origin": "SYNTHETIC"');
    await page.getByRole('button', { name: /documentation/i }).click();
    await page.locator('.graphiql-doc-explorer').getByText('Query', { exact: true }).first().waitFor();
    await page.screenshot({ path: artefact('graphiql.png') });
    expect(wrong).toEqual([]);
    await page.close();
  }, 60_000);
});

describe('GraphiQL', () => {
  it('is not served where operations are checked: the schema does not tell of itself there', async () => {
    const guarded = await startTestSystem('demo', { operations: 'log' });
    try {
      expect(guarded.graphiqlUrl).toBeNull();
      expect((await fetch(`${guarded.url}/graphiql`)).status).toBe(404);
    } finally {
      await guarded.stop();
    }
  }, 60_000);
});
