import type { SubgraphRequest } from '@tieuchi/subgraph-kit';
import type { FormattedExecutionResult } from 'graphql';
import { JoinedFetches } from './joined-fetches';

interface Entity {
  readonly id: string;
}

const CLIENT = {};
const asked = (step: number, ids: readonly string[], more: Partial<SubgraphRequest> = {}): SubgraphRequest => ({
  query: `query Overview__counts__${step}($representations: [_Any!]!) { _entities(representations: $representations) { id } }`,
  operationName: `Overview__counts__${step}`,
  ...more,
  variables: { representations: ids.map((id) => ({ id })), ...more.variables },
});

/** A service that answers each entity with its own id, and says what it was sent. */
function openService(change: (answer: FormattedExecutionResult) => FormattedExecutionResult = (answer) => answer) {
  const sent: string[][] = [];
  const send = async ({ variables }: SubgraphRequest) => {
    const entities = variables?.representations as readonly Entity[];
    sent.push(entities.map(({ id }) => id));
    return change({ data: { _entities: entities.map(({ id }) => ({ id })) } });
  };
  return { sent, send };
}

const idsOf = (answer: FormattedExecutionResult) =>
  (answer?.data?._entities as readonly (Entity | null)[])?.map((entity) => entity?.id ?? null);

describe('fetches that are ready in one turn', () => {
  it('leave as one where they ask the same, and each gets the entities that it asked for', async () => {
    const { sent, send } = openService();
    const fetches = new JoinedFetches();
    const answers = await Promise.all([
      fetches.fetch(CLIENT, asked(1, ['VN']), send),
      Promise.resolve().then(() => fetches.fetch(CLIENT, asked(2, ['P-01', 'P-02']), send)),
      fetches.fetch(CLIENT, asked(3, []), send),
    ]);
    expect(sent).toEqual([['VN', 'P-01', 'P-02']]);
    expect(answers.map(idsOf)).toEqual([['VN'], ['P-01', 'P-02'], []]);
  });

  it.each([
    ['of another client', {}, asked(2, ['P-01'])],
    ['with another selection', CLIENT, asked(2, ['P-01'], { query: 'query Overview__counts__2 { other }' })],
    ['with another variable', CLIENT, asked(2, ['P-01'], { variables: { year: 2024 } })],
  ])('leave apart %s', async (_what, client, other) => {
    const { sent, send } = openService();
    const fetches = new JoinedFetches();
    await Promise.all([fetches.fetch(CLIENT, asked(1, ['VN']), send), fetches.fetch(client, other, send)]);
    expect(sent).toEqual([['VN'], ['P-01']]);
  });

  it('leave in the turn of each: nobody waits for a later one', async () => {
    const { sent, send } = openService();
    const fetches = new JoinedFetches();
    await fetches.fetch(CLIENT, asked(1, ['VN']), send);
    await fetches.fetch(CLIENT, asked(2, ['P-01']), send);
    expect(sent).toEqual([['VN'], ['P-01']]);
  });

  it('are told of the errors of their own entities, at their own places', async () => {
    const { send } = openService((answer) => ({
      ...answer,
      errors: [{ message: 'of the second', path: ['_entities', 2, 'id'] }, { message: 'of all' }],
    }));
    const fetches = new JoinedFetches();
    const [country, provinces] = await Promise.all([
      fetches.fetch(CLIENT, asked(1, ['VN']), send),
      fetches.fetch(CLIENT, asked(2, ['P-01', 'P-02']), send),
    ]);
    expect(country?.errors).toEqual([{ message: 'of all' }]);
    expect(provinces?.errors).toEqual([
      { message: 'of the second', path: ['_entities', 1, 'id'] },
      { message: 'of all' },
    ]);
  });

  it('fail together, and are without data together', async () => {
    const fetches = new JoinedFetches();
    const both = (send: () => Promise<FormattedExecutionResult>) =>
      Promise.allSettled([
        fetches.fetch(CLIENT, asked(1, ['VN']), send),
        fetches.fetch(CLIENT, asked(2, ['P-01']), send),
      ]);
    const failed = await both(async () => {
      throw new Error('no answer');
    });
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const empty = await both(async () => ({ data: null, errors: [{ message: 'of all' }] }));
    expect(empty).toEqual(
      Array(2).fill({ status: 'fulfilled', value: { data: null, errors: [{ message: 'of all' }] } }),
    );
  });
});
