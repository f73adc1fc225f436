import { setImmediate as turn } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { ahead } from './ahead';
import type { FormRow } from './form-row';
import { askPortions, type PortionQuestion } from './portion-source';

const question = {
  question: { indicatorId: 'ntm-2021-2025/19.2', year: 2025 },
  step: 'SUBMIT',
  year: { countedOn: '2025-06-30', countedBefore: null, baseYear: null },
} as unknown as PortionQuestion;

/** A wire on which nothing is ever answered, or all is refused; it keeps the codes that were asked for. */
function wire(refusal: Error | null = null) {
  const asked: string[] = [];
  const query = (text: string, values: unknown[]) => {
    if (text.includes('register_unit_version')) asked.push(String(values[2]));
    return refusal ? Promise.reject(refusal) : new Promise(() => {});
  };
  return { asked, tx: { query } as unknown as EntityManager };
}

async function* portions() {
  for (const code of ['00001', '00002', '00003']) yield { rows: [{ code, paper: null } as FormRow], rowsDone: 1 };
}

it('asks for the next portion while the present one is not answered, so that writing does not go before it', async () => {
  const { asked, tx } = wire();
  const taken = ahead(askPortions(tx, question, portions()), 1);
  await taken.next();
  for (let turns = 0; turns < 5; turns += 1) await turn();
  expect(asked).toEqual(['00001', '00002']);
});

it('tells an error to whoever waits for the portion, and of a portion that nobody takes to nobody', async () => {
  const { tx } = wire(new Error('no such table'));
  const source = askPortions(tx, question, portions());
  const { value } = await source.next();
  await source.next();
  await turn();
  await expect(value?.asked).rejects.toThrow('no such table');
});
