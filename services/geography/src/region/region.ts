import { dateScalar } from '@tieuchi/subgraph-kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { UnitRow } from '../administrative-unit/administrative-unit.repository';
import type { Region as RegionFacts } from '../reference/reference-geography';

/** A region of the map asked, with its provinces. */
export interface RegionRow extends RegionFacts {
  readonly id: string;
  readonly provinces: readonly UnitRow[];
  /** Whether every province of the map lies in a region: else nothing can be said of all that belongs to one. */
  readonly isComplete: boolean;
}

@ObjectType({
  description:
    'One of six regions (vùng) of provinces; it is no administrative unit. The six changed on 5 October 2025: the same name is another region then.',
})
@Directive('@key(fields: "id")')
export class Region {
  @Field(() => ID, { description: 'Opaque: the system of regions and the name.' })
  id!: string;

  @Field(() => dateScalar, {
    nullable: true,
    description: 'First day; null where it is older than the first loaded map.',
  })
  validFrom!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The paper that made these regions; null where it is not loaded.',
  })
  decision!: string | null;
}
