import { registerEnumType } from 'type-graphql';

export enum ReportedKind {
  PLAN = 'PLAN',
  RESULT = 'RESULT',
}

export enum ReportedFlag {
  PLAN = 'PLAN',
  COUNTED_ONLY = 'COUNTED_ONLY',
  QUALIFIED = 'QUALIFIED',
  PRINTED_PERCENT_DIFFERS = 'PRINTED_PERCENT_DIFFERS',
  PRINTED_ATTAINMENT_DIFFERS = 'PRINTED_ATTAINMENT_DIFFERS',
  PARTS_DIFFER = 'PARTS_DIFFER',
  TOTAL_IS_QUOTA = 'TOTAL_IS_QUOTA',
  POPULATION_DIFFERS = 'POPULATION_DIFFERS',
  MAP_NOT_LOADED = 'MAP_NOT_LOADED',
}

export enum ReconciliationOutcome {
  EQUAL = 'EQUAL',
  DIFFERS = 'DIFFERS',
  POPULATION_DIFFERS = 'POPULATION_DIFFERS',
  MAP_NOT_LOADED = 'MAP_NOT_LOADED',
  DIFFERENT_INDICATOR = 'DIFFERENT_INDICATOR',
  PLAN = 'PLAN',
  NOT_RECORDED = 'NOT_RECORDED',
  DEMONSTRATION = 'DEMONSTRATION',
}

registerEnumType(ReportedKind, {
  name: 'ReportedKind',
  description: 'Whether a reported figure is to come or has come.',
  valuesConfig: {
    PLAN: { description: 'Kế hoạch: an interim target in counts. It says nothing of what was reached.' },
    RESULT: { description: 'Kết quả thực hiện: what was reached by that day, as reported.' },
  },
});
registerEnumType(ReportedFlag, {
  name: 'ReportedFlag',
  description: 'What is to be known before a reported figure is used. None of them changes it.',
  valuesConfig: {
    PLAN: { description: 'A plan, not a result.' },
    COUNTED_ONLY: { description: 'No programme here defines the indicator: it is counted, never judged.' },
    QUALIFIED: { description: 'Printed with a word such as "trên", "gần" or "cơ bản".' },
    PRINTED_PERCENT_DIFFERS: { description: 'The printed percentage does not follow from the printed counts.' },
    PRINTED_ATTAINMENT_DIFFERS: { description: 'The printed attainment does not follow from rate and target.' },
    PARTS_DIFFER: { description: 'The printed parts do not add up to the printed number.' },
    TOTAL_IS_QUOTA: { description: 'The total is a quota and not a population: more than all of it may be held.' },
    POPULATION_DIFFERS: { description: 'The printed total is not the population on the map of that day.' },
    MAP_NOT_LOADED: { description: 'The printed total fits no map that is loaded, and that of its day is not.' },
  },
});
registerEnumType(ReconciliationOutcome, {
  name: 'ReconciliationOutcome',
  description:
    'What a reported figure looks like beside what is recorded here. The first that holds, in this order: PLAN, DIFFERENT_INDICATOR, MAP_NOT_LOADED, DEMONSTRATION, NOT_RECORDED, POPULATION_DIFFERS, then EQUAL or DIFFERS.',
  valuesConfig: {
    EQUAL: { description: 'Khớp: the same counts.' },
    DIFFERS: { description: 'Lệch: another number of units that met it, of the same population.' },
    POPULATION_DIFFERS: { description: 'Khác mẫu số: counted over another number of units.' },
    MAP_NOT_LOADED: { description: 'Chưa có địa giới của thời điểm đó: its units are not known here.' },
    DIFFERENT_INDICATOR: { description: 'Khác chỉ tiêu: nothing that is recorded here counts the same.' },
    PLAN: { description: 'A plan is not compared with results; see `planResults`.' },
    NOT_RECORDED: { description: 'No result of that year is recorded here.' },
    DEMONSTRATION: { description: 'What is recorded here is made up: it is never compared with a report.' },
  },
});
