import { SpeakingError } from '@tieuchi/subgraph-kit';
import { ArgsType, Field, ID, Int } from 'type-graphql';
import { ATTAINMENT_METHOD } from '../compute-attainment';
import type { SeriesQuestion } from './series-question';

/** Which of the alternatives is asked; side by side they are asked under several aliases, and never averaged. */
@ArgsType()
export class SeriesArguments {
  @Field(() => ID, { description: 'An id of `indicators`: "ntm-2021-2025/19.2".' })
  indicator!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      "Over which of the indicator's `populations` to count; default: its first. POPULATION_NOT_FOUND for another.",
  })
  population!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Against which version of the unit's or the country's targets; default: the unit's own, of several the latest. TARGET_NOT_FOUND for another.",
  })
  targetVersion!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'An id of `attainmentMethods`; default: the first. METHOD_NOT_FOUND for another.',
  })
  method!: string | null;
}

@ArgsType()
export class AttainmentArguments extends SeriesArguments {
  @Field(() => Int, {
    description:
      'An assessment year: 2024 runs from 16 November 2023 to 15 November 2024, both inclusive (for 19.2 an inference).',
  })
  year!: number;
}

/** @throws SpeakingError METHOD_NOT_FOUND */
export function toQuestion({ indicator, population, targetVersion, method }: SeriesArguments): SeriesQuestion {
  if (method != null && method !== ATTAINMENT_METHOD.id) {
    throw new SpeakingError('METHOD_NOT_FOUND', `No method "${method}"; known: ${ATTAINMENT_METHOD.id}.`);
  }
  return { indicatorId: indicator, populationId: population ?? null, targetVersion: targetVersion ?? null };
}
