import { buildSchema, execute, parse } from 'graphql';
import { Role } from '../identity/actor';
import { applyFieldPolicies } from './apply-field-policies';
import { describeFieldPolicies } from './describe-field-policies';
import { everyone, namesOfPeople, only, pagesOf, STAFF } from './field-policy';
import { findRestrictedFields, refuseFields } from './restricted-fields';

const SDL = `
  interface Place { id: ID! name: String }
  type Ward implements Place { id: ID! name: String score: Score officer: String }
  type Score { met: Int! scoredBy: String }
  type Query { wards: [Ward!]! }
  type Mutation { recognise: Boolean }`;
const POLICIES = [
  ...everyone({ Place: 'id name', Query: 'wards' }),
  ...only(STAFF, { Ward: 'score', Score: 'met' }),
  ...namesOfPeople({ Ward: 'officer', Score: 'scoredBy' }),
  ...only([Role.RECOGNISER, Role.MINISTRY], { Mutation: 'recognise' }),
];

function schemaWith(policies = POLICIES) {
  const schema = buildSchema(SDL);
  applyFieldPolicies(schema, policies);
  return schema;
}

const actor = (role: Role) => ({ subject: 'a', role, scope: 'VN' });
const refusals = (role: Role, document: string) =>
  refuseFields(findRestrictedFields(schemaWith(), parse(document)), actor(role)).map(
    ({ extensions }) => extensions.field,
  );

describe('the lines of fields', () => {
  it('are complete: a field without one stops the start, and so does one without a field', () => {
    const [, ...others] = POLICIES;
    expect(() => schemaWith([...others, ...everyone({ Ward: 'weather' })])).toThrow(
      expect.objectContaining({
        line: expect.stringContaining(
          'the field Place.id has no line, the field Ward.id has no line, the line Ward.weather has no field',
        ),
      }),
    );
  });

  it('of an interface stand for its implementers, unless those have their own', () => {
    expect(refusals(Role.PUBLIC, '{ wards { id name } }')).toEqual([]);
    const narrower = schemaWith([...POLICIES, ...only(STAFF, { Ward: 'name' })]);
    const asked = findRestrictedFields(narrower, parse('{ wards { name } }'));
    expect(refuseFields(asked, actor(Role.PUBLIC))).toHaveLength(1);
  });

  it('wrap a list in pages', () => {
    expect(pagesOf('Ward').map(({ type, field }) => `${type}.${field}`)).toEqual(
      expect.arrayContaining(['WardConnection.nodes', 'WardEdge.node', 'PageInfo.endCursor']),
    );
  });

  it('are told of where they are not everybody’s', () => {
    const page = describeFieldPolicies(POLICIES);
    expect(page).toContain('| `Mutation` | `recognise` | RECOGNISER, MINISTRY | refused |');
    expect(page).toContain('| `Ward` | `officer` | whoever signed in, but VIEWER | null |');
    expect(page).not.toContain('Place');
    expect(describeFieldPolicies(everyone({ Place: 'id' }))).toBe('All fields are published.\n');
  });
});

describe('an operation', () => {
  it.each([
    ['directly', '{ wards { score { met } } }'],
    ['by another name', '{ wards { id: score { met } } }'],
    ['in a fragment', '{ wards { ...F } } fragment F on Ward { score { met } }'],
    ['in a fragment without a name', '{ wards { ... on Ward { score { met } } } }'],
    ['where a variable leaves it out', 'query Q($on: Boolean!) { wards { score @include(if: $on) { met } } }'],
    ['in another operation of the document', 'query A { wards { id } } query B { wards { score { met } } }'],
  ])('that asks %s for what is not its role’s is refused, at the outermost field', (_how, document) => {
    expect(refusals(Role.PUBLIC, document)).toEqual(['Ward.score']);
    expect(refusals(Role.VIEWER, document)).toEqual([]);
  });

  it('that asks for several is told of each once', () => {
    const both = 'mutation { recognise a: recognise } query Q { wards { score { met } } }';
    expect(refusals(Role.PUBLIC, both)).toEqual(['Mutation.recognise', 'Ward.score']);
    expect(refusals(Role.VIEWER, both)).toEqual(['Mutation.recognise']);
    expect(refusals(Role.MINISTRY, both)).toEqual([]);
  });

  it('gets null for names of people that its role does not work with', async () => {
    const answer = async (role: Role) =>
      (
        await execute({
          schema: schemaWith(),
          document: parse('{ wards { officer score { scoredBy } } }'),
          rootValue: { wards: [{ officer: 'Nguyễn Văn A', score: { scoredBy: 'Trần Thị B' } }] },
          contextValue: { actor: actor(role) },
        })
      ).data?.wards;
    expect(await answer(Role.VIEWER)).toEqual([{ officer: null, score: { scoredBy: null } }]);
    expect(await answer(Role.APPRAISER)).toEqual([{ officer: 'Nguyễn Văn A', score: { scoredBy: 'Trần Thị B' } }]);
  });
});
