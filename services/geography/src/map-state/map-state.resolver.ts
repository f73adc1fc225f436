import { Ctx, Query, Resolver } from 'type-graphql';
import { checkMapLoaded } from '../administrative-unit/find-unit';
import type { GeographyContext } from '../request-context';
import { MapState } from './map-state';

@Resolver(() => MapState)
export class MapStateResolver {
  @Query(() => MapState, { nullable: true, description: 'The map that groups this answer, and whether it is exact.' })
  mapState(@Ctx() { asOf, firstMapDay, mapStates }: GeographyContext): Promise<MapState | null> {
    checkMapLoaded(asOf.map, firstMapDay);
    return mapStates.findMapState(asOf.map);
  }
}
