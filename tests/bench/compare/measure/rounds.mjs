import { checkAnswers } from '../equality/check-answers.mjs';
import { askAll } from '../load/ask.mjs';
import { MIX, mixOf, SINGLES } from '../operations/operations.mjs';
import { standalone } from '../systems/ours.mjs';
import { measureOperation } from './measure-operation.mjs';

/** Of the mix so many are compared of each system: reading all again would take longer than measuring. */
const CHECKED_OF_MIX = 40;

/**
 * What ours answers, uncached: the numbers that all others are held against, and the bytes that the bare server sends.
 * @returns {Promise<Map<string, string>>} by operation as JSON
 */
export async function collectAnswers(bench, operations) {
  const running = await standalone.start(bench);
  try {
    const bodies = await askAll(operations.map(running.requestOf));
    return new Map(operations.map((operation, place) => [JSON.stringify(operation), bodies[place]]));
  } finally {
    await running.stop();
  }
}

/** The operations of a run by name: each alone, and the mix. @param size of the mix; 0: without */
export async function findOperations({ client }, size) {
  const { rows } = await client.query(
    `select code from geography.unit_version
     where level = 'PROVINCE' and parent_id = 'VN' and valid @> date '2025-06-30' order by code`,
  );
  const codes = rows.map(({ code }) => code);
  return new Map([
    ...SINGLES.map((operation) => [operation.name, [operation]]),
    ...(size > 0 ? [[MIX, mixOf(codes, size)]] : []),
  ]);
}

/**
 * Each system once, one after the other; the next round begins with another one, so that a busy minute of the machine
 * falls on different ones.
 * @returns by system and operation what was measured
 */
export async function measureRound({ bench, systems, operations, terms, round, onSystem }) {
  const first = round % systems.length;
  const measured = {};
  for (const system of [...systems.slice(first), ...systems.slice(0, first)]) {
    onSystem(system);
    measured[system.name] = await measureSystem(system, bench, operations, terms, round === 0);
  }
  return measured;
}

async function measureSystem(system, bench, operations, terms, isFirst) {
  const running = await system.start(bench);
  const database = system.withoutDatabase ? null : bench.database;
  try {
    if (isFirst) await checkAnswers({ system, running, operations: checkedOf(operations), answers: bench.answers });
    const measured = {};
    for (const [name, asked] of operations) {
      measured[name] = await measureOperation(
        { running, operations: asked, database },
        { ...terms, warmAll: system.isCached === true },
      );
      checkAsked(system, name, measured[name]);
    }
    return measured;
  } finally {
    await running.stop();
  }
}

/**
 * A cache that somebody forgot to switch off would be measured as what it is not.
 * @throws Error when fewer statements than requests came to the database
 */
export function checkAsked({ name, mayAnswerUnasked }, operation, { statements }) {
  if (mayAnswerUnasked || statements >= 1) return;
  throw new Error(
    `${name} answered ${operation} with ${statements} statements for a request: something keeps its answers`,
  );
}

function checkedOf(operations) {
  return [...operations.values()].flatMap((asked) => asked.slice(0, CHECKED_OF_MIX));
}
