import fc from 'fast-check';
import { findJsonFault } from './json-fault';

describe('a text that is not JSON', () => {
  it.each([
    ['', 'line 1, column 1', 'a value'],
    ['hello', 'line 1, column 1', 'a value'],
    ['{"a": 1,}', 'line 1, column 9', 'a name in double quotes'],
    ['{\n  "a": 1\n  "b": 2\n}', 'line 3, column 3', '"," or "}"'],
    ['{"a" 1}', 'line 1, column 6', '":"'],
    ['[1, 2', 'line 1, column 6', '"," or "]"'],
    ['{"a": 01}', 'line 1, column 8', '"," or "}"'],
    ['{"a": "x\ny"}', 'line 1, column 7', 'a value'],
    ["{'a': 1}", 'line 1, column 2', 'a name in double quotes'],
    ['{} {}', 'line 1, column 4', 'the end of the file'],
    ['\uFEFF{}', 'line 1, column 1', 'a value'],
  ])('names line and column: %j', (text, place, expected) => {
    expect(findJsonFault(text)).toMatchObject({ place, message: expect.stringContaining(`expected ${expected}`) });
  });

  it('is told from JSON as the engine tells it', () => {
    const parses = (text: string) => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    };
    const almost = fc.tuple(fc.json(), fc.nat(), fc.constantFrom('', '"', ',', '}', '0', '\\', '\n'));
    fc.assert(
      fc.property(almost, ([text, at, inserted]) => {
        const place = at % (text.length + 1);
        const broken = text.slice(0, place) + inserted + text.slice(place + 1);
        for (const one of [text, broken]) expect(findJsonFault(one) === null).toBe(parses(one));
      }),
      { numRuns: 500 },
    );
  });

  it('is refused in words where it is nested too deeply to be read', () => {
    expect(findJsonFault('['.repeat(1_000_000))).toMatchObject({ message: expect.stringMatching(/deeply|expected/) });
  });
});
