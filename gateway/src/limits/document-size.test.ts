import { parse } from 'graphql';
import { type DocumentSize, measureDocument } from './document-size';
import { LIMITS, refuseOversize } from './limits';

const measure = (source: string) => measureDocument(parse(source));

describe('the size of a document', () => {
  it.each<[string, string, Partial<DocumentSize>]>([
    [
      'every field, also inside inline fragments',
      '{ a { b c ... on T { d { e } } } f }',
      { selections: 6, rootFields: 2, depth: 3 },
    ],
    [
      'a fragment as often as it is spread',
      '{ x { ...F } y { ...F ...F } } fragment F on T { a b: c }',
      { selections: 8, aliases: 3 },
    ],
    ['fields of fragments at the top', '{ ...F ...F } fragment F on Query { a b }', { rootFields: 4, depth: 1 }],
    ['directives wherever they stand', 'query @a @b { c @d ...F @e } fragment F on T @f { g @h }', { directives: 6 }],
    ['the largest operation', 'query A { a } query B { a { b { c } } d }', { selections: 4, rootFields: 2, depth: 3 }],
    [
      'nothing of a fragment within itself',
      '{ ...F } fragment F on T { a ...G } fragment G on T { b ...F }',
      { selections: 2 },
    ],
  ])('counts %s', (_what, source, expected) => {
    expect(measure(source)).toMatchObject(expected);
  });

  it('is measured of a document that doubles forty times without writing it out', () => {
    const fragments = Array.from(
      { length: 40 },
      (_, depth) => `fragment F${depth} on T { a { ...F${depth + 1} } b { ...F${depth + 1} } }`,
    );
    const size = measure(`{ ...F0 } ${fragments.join(' ')} fragment F40 on T { c @d e: f }`);
    expect(size.selections).toBeGreaterThan(1e12);
    expect(size.depth).toBe(41);
  });

  it.each(Object.entries(LIMITS))('may have as many %s as the limit and not one more', (name, { most, code }) => {
    const within = { selections: 1, aliases: 1, directives: 1, rootFields: 1, depth: 1, [name]: most };
    expect(() => refuseOversize(within)).not.toThrow();
    const extensions = { code, count: most + 1, limit: most };
    expect(() => refuseOversize({ ...within, [name]: most + 1 })).toThrow(expect.objectContaining({ extensions }));
  });
});
