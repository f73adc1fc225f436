import { createAttainmentSchema } from '@tieuchi/gateway';
import { createGeographySchema } from '@tieuchi/geography';
import { createModelWardSchema, printCriteriaSetSchema } from '@tieuchi/model-ward';
import { createRuralSecuritySchema, printProgrammeSchema } from '@tieuchi/rural-security';
import { printTrustedOperations } from './client-operations';
import { compose } from './compose';
import { printExports } from './print-exports';

/**
 * The files of the contract as the code has them now, by their place from `schema/`.
 * Used by what writes them and what checks them.
 */
export function printContract(): Record<string, string> {
  const subgraphs = [
    { name: 'geography', sdl: createGeographySchema().sdl },
    { name: 'rural-security', sdl: createRuralSecuritySchema().sdl },
    { name: 'model-ward', sdl: createModelWardSchema().sdl },
    { name: 'attainment', sdl: createAttainmentSchema().sdl },
  ];
  return {
    ...Object.fromEntries(subgraphs.map(({ name, sdl }) => [`${name}.graphql`, sdl])),
    'supergraph.graphql': compose(subgraphs),
    'trusted-operations.json': printTrustedOperations(),
    'exports.json': printExports(),
    '../services/rural-security/data/programme.schema.json': printProgrammeSchema(),
    '../services/model-ward/data/criteria-set.schema.json': printCriteriaSetSchema(),
  };
}
