import * as fc from 'fast-check';
import type { FormattedExecutionResult } from 'graphql';
import { printAnswer, printData } from './print-answer';

const object = fc.dictionary(fc.string(), fc.jsonValue());

it('prints what JSON would: errors, data and extensions, those that are there', () => {
  const answer = fc.record<FormattedExecutionResult>(
    {
      errors: fc.array(fc.record({ message: fc.string() })),
      data: fc.option(object),
      extensions: object,
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(answer, ({ errors, data, extensions }) => {
      expect(printAnswer({ errors, data, extensions })).toBe(`${JSON.stringify({ errors, data, extensions })}\n`);
    }),
  );
});

it('writes the data of an answer once', () => {
  let times = 0;
  const data = {
    toJSON() {
      times += 1;
      return { met: 6_000 };
    },
  };
  expect(printData(data)).toBe('{"met":6000}');
  expect(printAnswer({ data })).toBe('{"data":{"met":6000}}\n');
  expect(times).toBe(1);
});
