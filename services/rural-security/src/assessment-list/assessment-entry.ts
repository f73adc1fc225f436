import { createConnectionClass } from '@tieuchi/subgraph-kit';
import { Field, Int, ObjectType } from 'type-graphql';
import { AdministrativeUnit } from '../administrative-unit/administrative-unit';
import { Assessment } from '../assessment/assessment';

@ObjectType({ description: 'A unit that the year counts, with what was decided for it.' })
export class AssessmentEntry {
  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'As it is on the map of `@asOf(map:)`, else as it was nearest to it.',
  })
  unit!: AdministrativeUnit;

  @Field(() => Assessment, { description: 'NOT_STARTED where nothing is recorded.' })
  assessment!: Assessment;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many contents are NOT_MET by the appraisal; null without one, and where the set of the year is not itemised. 0 for a revocation that names no content.',
  })
  missingItems!: number | null;
}

export const AssessmentEntryConnection = createConnectionClass(AssessmentEntry, 'AssessmentEntry');
