import { everyone, type FieldPolicy } from '@tieuchi/subgraph-kit';

/** Attainment is made of published counts: whoever may see those may see what follows from them, and why. */
export const ATTAINMENT_FIELDS: readonly FieldPolicy[] = everyone({
  AdministrativeUnit: 'id securityLedger securityOwnMapLedgers attainment attainmentSeries attainmentOnOwnMap',
  Region: 'id securityLedger attainment attainmentSeries',
  Attainment: `population met notMet unknown unknownByReason selfAssessedMet total countedOn mapExact ratePercent bounds
    target targetPercent requiredCount allowance surplus shortfall shortfallIfUnknownsPass unitsToChange verdict duePassed
    attainmentPercent pace paceStatus attainedInYear projection caution origin method answer explanation`,
  UnknownCount: 'reason count',
  AttainmentBounds: 'lowerPercent upperPercent',
  AttainmentTarget: 'percent due source version inherited',
  UnitsToChange: 'toAttain toAttainFromUnknown toAttainFromNotMet toLose',
  AttainmentPace: `baselineYear baselinePercent expectedPercent leadPoints neededPerYearFromBaseline requiredPerYear
    observedPerYear ratio unitsPerYear populationChanged`,
  AttainmentProjection: 'percentAtDeadline willAttain',
  AttainmentCaution: 'wilsonLowPercent wilsonHighPercent smallDenominator',
  AttainmentMethod: 'id version',
  ExplanationStep: 'step key value text',
  AttainmentPoint: 'year countedOn breaks attainment',
  OwnMapReading: 'units requiredCount shortfall shortfallIfUnknownsPass attainedUnits',
  OwnMapAttainment: 'code fullName attainment',
  Query: 'attainmentMethods',
});
