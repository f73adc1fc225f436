import { memoryOf } from '../../support/memory.mjs';
import { askAll } from '../load/ask.mjs';
import { measureOperation } from '../measure/measure-operation.mjs';
import { SINGLES, wordingsOf } from '../operations/operations.mjs';
import { standalone } from '../systems/ours.mjs';

const MEASURED = ['national-overview', 'province-detail', 'quota-check'];

/** The same questions of a grown country: the overview, a province with its first page, and its third page alone. */
export async function measureScale(bench, terms) {
  const running = await standalone.start(bench);
  try {
    const operations = [...SINGLES.filter(({ name }) => MEASURED.includes(name)), await thirdPage(running)];
    const measured = {};
    for (const operation of operations) {
      const what = { running, operations: wordingsOf(operation, terms.connections), database: bench.database };
      measured[operation.name] = await measureOperation(what, { ...terms, isApart: true });
    }
    return { operations: measured, nodeMb: memoryOf(running.pids[0]).nodePss };
  } finally {
    await running.stop();
  }
}

/** Without the number of all communes, which only a count of them gives. */
async function thirdPage(running) {
  const { variables } = SINGLES.find(({ name }) => name === 'province-detail');
  let after = null;
  for (let page = 1; page < 3; page += 1) {
    const [body] = await askAll([running.requestOf(pageAfter(variables, after))]);
    after = JSON.parse(body).data.province.communes.pageInfo.endCursor;
  }
  return pageAfter(variables, after);
}

function pageAfter(variables, after) {
  return { name: 'province-page', wording: 0, variables: { ...variables, after } };
}
