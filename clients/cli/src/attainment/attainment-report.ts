import { askGraphql, readOperation, type Server } from '../ask-graphql';
import { CliError } from '../terminal';

export interface AttainmentQuestion {
  /** "VN", "19", "164", with leading zeros: their length says the level. */
  readonly code: string;
  readonly indicator: string;
  readonly year: number;
  readonly asOf: string | null;
  readonly knownOn: string | null;
  readonly language: 'VI' | 'EN';
  readonly withParts: boolean;
  readonly withExplanation: boolean;
}

export interface Standing {
  readonly code: string;
  readonly name: string;
  /** Null where nothing is counted for the unit. */
  readonly attainment: {
    readonly verdict: 'ATTAINED' | 'NOT_ATTAINED' | 'UNDECIDED' | 'NO_DATA' | 'NO_TARGET' | 'NOT_APPLICABLE';
    readonly duePassed: boolean | null;
    readonly met: number;
    readonly notMet: number;
    readonly unknown: number;
    readonly total: number;
    readonly ratePercent: string | null;
    readonly targetPercent: string | null;
    readonly requiredCount: number | null;
    readonly shortfall: number | null;
    readonly paceStatus: string | null;
    readonly origin: string;
    readonly answer: string;
    readonly explanation?: readonly { readonly step: number; readonly text: string }[];
  } | null;
}

export interface AttainmentReport {
  readonly asked: AttainmentQuestion;
  readonly unit: Standing;
  readonly parts: readonly Standing[];
}

type UnitRead = Standing & { readonly provinces?: Standing[]; readonly districts?: Standing[] };
type Level = 'country' | 'province' | 'district';

/** @throws CliError when the server cannot answer, or the code is of no level that has a target */
export async function askAttainment(server: Server, question: AttainmentQuestion): Promise<AttainmentReport> {
  const level = levelOf(question.code);
  const asked = { ...question, asOf: question.asOf ?? (await closingMapOf(server, question.indicator)) };
  const variables = attainmentVariables(asked);
  const data = await askGraphql<Partial<Record<Level, UnitRead | null>>>(
    server,
    readOperation('attainment'),
    variables,
  );
  const { provinces, districts, ...unit } = data[level] as UnitRead;
  return { asked, unit, parts: provinces ?? districts ?? [] };
}

/**
 * What the operation `attainment` asks for a question, whose map is said.
 * @throws CliError for a code of no level that has a target
 */
export function attainmentVariables({ asOf, ...question }: AttainmentQuestion): Readonly<Record<string, unknown>> {
  const level = levelOf(question.code);
  return {
    ...question,
    map: asOf,
    isCountry: level === 'country',
    isProvince: level === 'province',
    isDistrict: level === 'district',
  };
}

function levelOf(code: string): Level {
  if (code === 'VN') return 'country';
  if (/^\d{2}$/.test(code)) return 'province';
  if (/^\d{3}$/.test(code)) return 'district';
  if (/^\d{5}$/.test(code)) {
    throw new CliError(`${code} is a commune: it is assessed itself; targets are those of provinces and the country.`);
  }
  throw new CliError(`${code} is no code: VN, two digits for a province ("01"), three for a district ("001").`);
}

/** The map on which the programme of an indicator closed; null: that of today. */
export async function closingMapOf(server: Server, indicator: string): Promise<string | null> {
  type Programme = { readonly closingMap: string | null; readonly indicators: readonly { readonly id: string }[] };
  const { programmes } = await askGraphql<{ programmes: Programme[] }>(server, readOperation('closing-maps'));
  return programmes.find(({ indicators }) => indicators.some(({ id }) => id === indicator))?.closingMap ?? null;
}
