import { checkAnswers } from '../equality/check-answers.mjs';
import { askAll } from '../load/ask.mjs';
import { MIX, mixOf, SINGLES, wordingsOf } from '../operations/operations.mjs';
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

/** The operations of a run by name: each in a wording for each connection, and the mix, of `mixSize`; 0: without. */
export async function findOperations({ client }, { mixSize, connections }) {
  const { rows } = await client.query(
    `select code from geography.unit_version
     where level = 'PROVINCE' and parent_id = 'VN' and valid @> date '2025-06-30' order by code`,
  );
  const codes = rows.map(({ code }) => code);
  return new Map([
    ...SINGLES.map((operation) => [operation.name, wordingsOf(operation, connections)]),
    ...(mixSize > 0 ? [[MIX, mixOf(codes, mixSize)]] : []),
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
      const isMix = name === MIX;
      const what = { running, database, operations: system.sharesFlights && !isMix ? asked.slice(0, 1) : asked };
      measured[name] = await measureOperation(what, { ...terms, warmAll: system.isCached === true, isApart: !isMix });
      checkAsked(system, name, measured[name]);
    }
    return measured;
  } finally {
    await running.stop();
  }
}

/** A keeper's own statement now and then is no reason. */
const LEAST_OF_ALONE = 0.8;

/**
 * A cache that somebody forgot to switch off, or answers that are shared, would be measured as what they are not.
 * @throws Error when fewer statements come with each request than where one is asked after the other
 */
export function checkAsked({ name, mayAnswerUnasked }, operation, { statements, statementsAlone }) {
  if (mayAnswerUnasked || statements >= LEAST_OF_ALONE * statementsAlone) return;
  const seen = `${statements} statements for a request, alone with ${statementsAlone}`;
  throw new Error(`${name} answered ${operation} with ${seen}: something keeps or shares its answers`);
}

function checkedOf(operations) {
  return [...operations.values()].flatMap((asked) => asked.slice(0, CHECKED_OF_MIX));
}
