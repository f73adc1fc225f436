import { type FragmentDefinitionNode, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { readFieldOwners } from './field-owners';
import { type AskedOperation, findLostPaths } from './lost-paths';
import { tidyErrors } from './tidy-answer';

const SUPERGRAPH = `
  enum join__Graph { MAPS @join__graph(name: "maps", url: "http://10.1.2.3") RURAL_SECURITY @join__graph(name: "rural-security", url: "") RATES @join__graph(name: "rates", url: "") }
  type Query { country: Unit @join__field(graph: MAPS) indicators: [String] @join__field(graph: RURAL_SECURITY) }
  interface Unit @join__type(graph: MAPS, key: "id") {
    id: ID!
    name: String @join__field(graph: MAPS)
    provinces: [Unit] @join__field(graph: MAPS)
    counts: Int @join__field(graph: RURAL_SECURITY)
    ledger: String @join__field(graph: RATES, external: true) @join__field(graph: RURAL_SECURITY)
    rate(year: Int): Int @join__field(graph: RATES, requires: "ledger")
  }`;
const owners = readFieldOwners(SUPERGRAPH);

function ask(text: string): AskedOperation {
  const { definitions } = parse(text);
  const fragments = definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION) as FragmentDefinitionNode[];
  return {
    operation: definitions[0] as OperationDefinitionNode,
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
  };
}

describe('the owners of fields', () => {
  it('are read by the services’ own names', () => {
    expect([...owners.keys()].sort()).toEqual(['maps', 'rates', 'rural-security']);
    expect([...owners.get('maps')!].sort()).toEqual(['country', 'name', 'provinces']);
  });

  it('do not own what they only borrow', () => {
    expect([...owners.get('rates')!]).toEqual(['rate']);
  });

  it('own also what cannot be computed without them', () => {
    expect([...owners.get('rural-security')!].sort()).toEqual(['counts', 'indicators', 'ledger', 'rate']);
  });
});

describe('lost paths', () => {
  const lost = (text: string, service: string, path: (string | number)[] = []) =>
    findLostPaths(ask(text), { service, path }, owners);

  it('are the fields of the root that the service owns', () => {
    expect(lost('{ country { name } indicators }', 'maps')).toEqual(['country']);
    expect(lost('{ country { name } indicators }', 'rural-security')).toEqual(['indicators']);
  });

  it('lie inside every element of a list', () => {
    expect(lost('{ country { provinces { name rate } } }', 'rates', ['country', 'provinces', '@'])).toEqual([
      'country.provinces[].rate',
    ]);
  });

  it('carry the client’s own names', () => {
    const text = '{ land: country { parts: provinces { a: rate(year: 1) b: rate(year: 2) } } }';
    expect(lost(text, 'rates', ['land', 'parts', '@'])).toEqual(['land.parts[].a', 'land.parts[].b']);
  });

  it('are found in fragments, each once', () => {
    const text = `query { country { ...Rates ... on Province { rate } ... { rate } } } fragment Rates on Unit { rate more: counts }`;
    expect(lost(text, 'rates', ['country'])).toEqual(['country.rate']);
    expect(lost(text, 'rural-security', ['country'])).toEqual(['country.rate', 'country.more']);
  });

  it('are the place itself where nothing below is the service’s', () => {
    expect(lost('{ country { name } }', 'rates', ['country'])).toEqual(['country']);
  });

  it('are never nameless: a root whose owner is not told is lost with all its fields', () => {
    expect(lost('{ country { name } other: indicators }', 'unknown')).toEqual(['country', 'other']);
  });
});

describe('the errors of an answer', () => {
  const asked = ask('{ country { provinces { name rate } rate } }');
  const tidy = (errors: Parameters<typeof tidyErrors>[0], unanswered: Parameters<typeof tidyErrors>[1] = []) =>
    tidyErrors(errors, unanswered, asked, owners).map((error) => error.toJSON());

  it('name a silent service once, with all places that miss it', () => {
    const paths = [['country', 'provinces', '@'], ['country'], ['country']];
    const tidied = tidy(
      [],
      paths.map((path) => ({ service: 'rates', path })),
    );
    expect(tidied).toEqual([
      {
        message:
          'The service rates does not answer; missing here: country.provinces[].rate, country.rate. The rest stands; ask again later.',
        extensions: {
          code: 'SUBGRAPH_UNAVAILABLE',
          service: 'rates',
          paths: ['country.provinces[].rate', 'country.rate'],
        },
      },
    ]);
  });

  it('name two silent services in two errors', () => {
    const tidied = tidy(
      [],
      [
        { service: 'rates', path: ['country'] },
        { service: 'rural-security', path: ['country'] },
      ],
    );
    expect(tidied.map(({ extensions }) => extensions?.service)).toEqual(['rates', 'rural-security']);
  });

  it('say the same fault once, with its first path and all its places', () => {
    const error = (index: number) => ({ message: 'no', path: ['a', index], extensions: { code: 'YEAR_NOT_FOUND' } });
    expect(tidy([error(0), error(1), { ...error(2), path: ['b'] }, { ...error(2), message: 'other' }])).toEqual([
      { message: 'no', path: ['a', 0], extensions: { code: 'YEAR_NOT_FOUND', paths: ['a[]', 'b'] } },
      { message: 'other', path: ['a', 2], extensions: { code: 'YEAR_NOT_FOUND' } },
    ]);
  });

  it('tell nothing of the inside', () => {
    const extensions = {
      code: 'X',
      serviceName: 's',
      stacktrace: ['at'],
      exception: {},
      query: '{',
      variables: {},
      response: {},
    };
    expect(tidy([{ message: 'no', extensions }])).toEqual([{ message: 'no', extensions: { code: 'X' } }]);
  });
});
