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

registerEnumType(Level, {
  name: 'AdministrativeLevel',
  description: 'Districts exist until 30 June 2025.',
  valuesConfig: {
    COUNTRY: { description: 'Việt Nam.' },
    PROVINCE: { description: 'Cấp tỉnh: provinces and centrally-run cities.' },
    DISTRICT: { description: 'Cấp huyện; none after 30 June 2025.' },
    COMMUNE: { description: 'Cấp xã: rural communes, wards, townships and special zones.' },
  },
});
registerEnumType(UnitKind, {
  name: 'UnitKind',
  description: 'What a unit is by law, on the day of the map.',
  valuesConfig: {
    COUNTRY: { description: 'Việt Nam.' },
    PROVINCE: { description: 'Tỉnh.' },
    CENTRALLY_RUN_CITY: { description: 'Thành phố trực thuộc Trung ương, of province level.' },
    URBAN_DISTRICT: { description: 'Quận, of district level.' },
    RURAL_DISTRICT: { description: 'Huyện, of district level.' },
    TOWN: { description: 'Thị xã, of district level.' },
    PROVINCIAL_CITY: { description: 'Thành phố thuộc tỉnh, of district level.' },
    MUNICIPAL_CITY: {
      description: 'Thành phố thuộc thành phố trực thuộc Trung ương, of district level, such as Thủ Đức.',
    },
    RURAL_COMMUNE: { description: 'Xã.' },
    WARD: { description: 'Phường, of commune level.' },
    TOWNSHIP: { description: 'Thị trấn, of commune level; none after 30 June 2025.' },
    SPECIAL_ZONE: { description: 'Đặc khu, of commune level; since 1 July 2025.' },
  },
});
