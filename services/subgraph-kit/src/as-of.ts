import { DirectiveLocation, GraphQLDirective } from 'graphql';
import type { Day } from './day';
import { dateScalar } from './schema/date-scalar';

/** The days that a whole answer is about. The gateway resolves them once; a subgraph has no default of its own. */
export interface AsOf {
  /** The day whose administrative map groups the answer. */
  readonly map: Day;
  /** Only what had been recorded by the end of this day counts; null: all that is recorded now. */
  readonly knownOn: Day | null;
  /** Today in Vietnam, the same for the whole request. */
  readonly today: Day;
}

/** Declared alike in every subgraph: composition keeps an executable directive only where all have it. */
export const asOfDirective = new GraphQLDirective({
  name: 'asOf',
  description:
    'Moves the whole answer in time: the map that groups it, and what of it was known. Error: AS_OF_INVALID for what is no day.',
  locations: [DirectiveLocation.QUERY],
  args: {
    map: {
      type: dateScalar,
      description:
        'The day whose administrative map groups the answer; default: today in Vietnam. MAP_NOT_LOADED before the first map that is loaded, 31 December 2022.',
    },
    knownOn: {
      type: dateScalar,
      description:
        'Only what had been recorded by the end of this day, Vietnam time, counts; default: all that is recorded now. KNOWN_ON_IN_FUTURE for a day after today.',
    },
  },
});
