import { FieldResolver, Resolver, Root } from 'type-graphql';
import type { Caution } from '../caution';
import type { Pace } from '../pace';
import type { Projection } from '../projection';
import { AttainmentType, type ShownAttainment, type UnknownCount } from './attainment-type';

/** What of an attainment is computed where it is asked for. Compiled operations read properties and call none of them. */
@Resolver(() => AttainmentType)
export class ComputedPartsResolver {
  @FieldResolver()
  unknownByReason(@Root() { unknownByReason }: ShownAttainment): readonly UnknownCount[] {
    return unknownByReason();
  }

  @FieldResolver()
  pace(@Root() { pace }: ShownAttainment): Pace | null {
    return pace();
  }

  @FieldResolver()
  projection(@Root() { projection }: ShownAttainment): Projection | null {
    return projection();
  }

  @FieldResolver()
  caution(@Root() { caution }: ShownAttainment): Caution | null {
    return caution();
  }
}
