// how soon the page is there, and how soon it shows what somebody did: the country's table and the communes of Thanh Hóa
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureFirstLoad, measureInteractions, withBrowser } from './support/page-load.mjs';
import { startStandalone, withFolder } from './support/standalone-process.mjs';
import { median, printTable, spread } from './support/table.mjs';

/** As slow as an office computer beside the one that measures. */
const SLOWER = 4;
/** Interaction to next paint that people feel as at once. */
const AIM_MS = 200;

const VIEWS = {
  'national table': '/?tab=table',
  'communes of Thanh Hóa': '/?tab=table&place=38&rows=communes',
};

export async function run(options) {
  const { values } = parseArgs({
    args: options,
    options: { json: { type: 'string' }, rounds: { type: 'string', default: '5' } },
  });
  const measured = await withFolder(async (folder) => {
    const system = await startStandalone(join(folder, 'data'));
    try {
      return await withBrowser((browser) => measureAll(browser, system.url, Number(values.rounds)));
    } finally {
      await system.stop();
    }
  });
  report(measured);
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ slower: SLOWER, ...measured }, null, 2)}\n`);
}

async function measureAll(browser, url, rounds) {
  const loads = [];
  for (let round = 0; round < rounds; round += 1) loads.push(await measureFirstLoad(browser, url, SLOWER));
  const interactions = {};
  for (const [name, path] of Object.entries(VIEWS)) {
    interactions[name] = [];
    for (let round = 0; round < rounds; round += 1) {
      interactions[name].push(await measureInteractions(browser, url + path, SLOWER));
    }
  }
  return { loads, interactions };
}

function report({ loads, interactions }) {
  const row = (title, values, unit, aim) => [title, `${Math.round(median(values))} ${unit}`, spread(values), aim];
  const rows = [
    row(
      'first load: compressed, besides the outlines',
      loads.map(({ kilobytes }) => kilobytes),
      'kB',
      '150 kB',
    ),
    row(
      'first load: sentence and table painted',
      loads.map(({ paintedMs }) => paintedMs),
      'ms',
      '',
    ),
    row(
      'first load: map drawn',
      loads.map(({ drawnMs }) => drawnMs),
      'ms',
      '',
    ),
  ];
  for (const [name, rounds] of Object.entries(interactions)) {
    for (const act of Object.keys(rounds[0])) {
      rows.push(
        row(
          `${name}: ${act}`,
          rounds.map((round) => round[act]),
          'ms',
          `${AIM_MS} ms`,
        ),
      );
    }
  }
  printTable(['', 'median', 'lowest–highest', 'aim'], rows);
  console.log(`Interactions are to the next paint, on a processor ${SLOWER} times slower than this one.`);
}
