import { registerEnumType } from 'type-graphql';

/** Levels and kinds are the register's vocabulary: every service that knows units uses these words. */
export enum Level {
  COUNTRY = 'COUNTRY',
  PROVINCE = 'PROVINCE',
  DISTRICT = 'DISTRICT',
  COMMUNE = 'COMMUNE',
}

export enum UnitKind {
  COUNTRY = 'COUNTRY',
  PROVINCE = 'PROVINCE',
  CENTRALLY_RUN_CITY = 'CENTRALLY_RUN_CITY',
  URBAN_DISTRICT = 'URBAN_DISTRICT',
  RURAL_DISTRICT = 'RURAL_DISTRICT',
  TOWN = 'TOWN',
  PROVINCIAL_CITY = 'PROVINCIAL_CITY',
  MUNICIPAL_CITY = 'MUNICIPAL_CITY',
  RURAL_COMMUNE = 'RURAL_COMMUNE',
  WARD = 'WARD',
  TOWNSHIP = 'TOWNSHIP',
  SPECIAL_ZONE = 'SPECIAL_ZONE',
}

registerEnumType(Level, { name: 'AdministrativeLevel', description: 'Districts exist until 30 June 2025.' });
registerEnumType(UnitKind, { name: 'UnitKind', description: 'What a unit is by law, on the day of the map.' });
