import { type OperationDefinitionNode, parse } from 'graphql';
import { countExpandedSelections } from './expanded-selections';

function count(source: string): number {
  const document = parse(source);
  return countExpandedSelections(document, document.definitions[0] as OperationDefinitionNode);
}

describe('countExpandedSelections', () => {
  it('counts every field, also inside inline fragments', () => {
    expect(count('{ a { b c ... on T { d { e } } } f }')).toBe(6);
  });

  it('counts a fragment as often as it is spread', () => {
    expect(count('{ x { ...F } y { ...F ...F } } fragment F on T { a b }')).toBe(8);
  });

  it('counts a document that doubles forty times without writing it out', () => {
    const fragments = Array.from(
      { length: 40 },
      (_, depth) => `fragment F${depth} on T { a { ...F${depth + 1} } b { ...F${depth + 1} } }`,
    );
    expect(count(`{ ...F0 } ${fragments.join(' ')} fragment F40 on T { c }`)).toBeGreaterThan(1e12);
  });
});
