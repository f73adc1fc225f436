// the product beside what a planner would use instead: CPU, time, memory and SQL for the same answers
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { collectAnswers, findOperations, measureRound } from './compare/measure/rounds.mjs';
import { judgeAims } from './compare/report/aims.mjs';
import { printReport } from './compare/report/report.mjs';
import { summarise } from './compare/report/summary.mjs';
import { openBenchDatabase } from './compare/systems/bench-database.mjs';
import { chooseSystems } from './compare/systems/systems.mjs';
import { withFolder } from './support/standalone-process.mjs';

const OPTIONS = {
  rounds: { type: 'string', default: '3' },
  json: { type: 'string' },
  only: { type: 'string' },
  seconds: { type: 'string', default: '3' },
  warm: { type: 'string', default: '300' },
  connections: { type: 'string', default: '8' },
  mix: { type: 'string', default: '1000' },
  node: { type: 'string', default: process.execPath },
};

export async function run(options) {
  const { values } = parseArgs({ args: options, options: OPTIONS });
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  const systems = present(chooseSystems(values.only));
  const terms = {
    seconds: Number(values.seconds),
    warmRequests: Number(values.warm),
    connections: Number(values.connections),
  };
  const measured = await withFolder((folder) => measure({ folder, systems, terms, values }));
  printReport(measured);
  if (values.json) writeFileSync(values.json, `${JSON.stringify(resultOf(measured, terms), null, 2)}\n`);
}

/** What cannot be measured here is left out, with a word. */
function present(systems) {
  return systems.filter(({ name, missing }) => {
    const reason = missing?.() ?? null;
    if (reason !== null) process.stderr.write(`${name} is left out: ${reason}\n`);
    return reason === null;
  });
}

async function measure({ folder, systems, terms, values }) {
  const database = await openBenchDatabase({ folder: join(folder, 'bench') });
  try {
    const bench = { database, node: values.node, answers: new Map() };
    const operations = await findOperations(database, { mixSize: Number(values.mix), ...terms });
    bench.answers = await collectAnswers(bench, [...operations.values()].flat());
    const rounds = [];
    for (let round = 0; round < Number(values.rounds); round += 1) {
      const onSystem = ({ name }) => process.stderr.write(`round ${round + 1} of ${values.rounds}: ${name}\n`);
      rounds.push(await measureRound({ bench, systems, operations, terms, round, onSystem }));
    }
    return { systems, rounds, node: values.node };
  } finally {
    await database.stop();
  }
}

function resultOf({ rounds, node }, terms) {
  return { node, terms, rounds, summary: summarise(rounds), aims: judgeAims(rounds) };
}
