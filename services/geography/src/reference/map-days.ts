/** Days on which the map, as far as it is loaded, is other than on the day before. */
export const MAP_DAYS = {
  /** The first loaded state. */
  first: '2022-12-31',
  /** The last day of the 63 provinces and of the districts. */
  closing: '2025-06-30',
  /** 34 provinces, two levels (202/2025/QH15). */
  merger: '2025-07-01',
  /** Six other regions (NQ 306/NQ-CP). */
  newRegions: '2025-10-05',
  /** Đồng Nai a centrally-run city (30/2026/QH16), ten of its communes wards (237/NQ-UBTVQH16). */
  dongNaiCity: '2026-04-30',
} as const;
