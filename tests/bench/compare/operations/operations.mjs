/** Documents of a system lie in `documents/NAME/OPERATION.graphql`; a system without documents has addresses. */
export const OPERATIONS = ['national-overview', 'province-detail', 'explain-attainment', 'quota-check'];
export const MIX = 'mix';

const INDICATOR = 'ntm-2021-2025/19.2';
const MIX_SIZE = 1_000;
/** Of a hundred operations of the mix: one who polls asks for little more often than for much. */
const SHARES = { 'national-overview': 5, 'province-detail': 30, 'explain-attainment': 50, 'quota-check': 15 };
/** So many wordings of each document are in the mix, as from clients of several versions. */
const WORDINGS = 10;
const QUESTIONS = [
  ...[2021, 2022, 2023, 2024, 2025].map((year) => ({ indicator: INDICATOR, year })),
  ...[2022, 2023, 2024, 2025].map((year) => ({ indicator: 'ntm-advanced-2021-2025/19.2', year })),
  ...[2022, 2023, 2024, 2025].map((year) => ({ indicator: 'safe-unit/tt124', year })),
];
/** Rules that count registered wards: what peers can count with a view. */
const RULES = ['mps-2023-12', 'mps-2022-11', 'hcm-2023-07-by-2023', 'phu-yen-2023-02-by-2023'];

/** One of each: 63 provinces, 180 communes with their contents, one province in words, all units of a rule. */
export const SINGLES = [
  { name: 'national-overview', variables: { indicator: INDICATOR, year: 2025, rule: 'mps-2023-12' } },
  { name: 'province-detail', variables: { code: '38', indicator: INDICATOR, year: 2025, first: 180 } },
  { name: 'explain-attainment', variables: { code: '19', indicator: INDICATOR, year: 2025 } },
  { name: 'quota-check', variables: { rule: 'mps-2023-12' } },
].map((operation) => ({ ...operation, wording: 0 }));

/**
 * One question in so many wordings: what is in flight at one time is never asked twice, and whoever shares the answers of
 * equal questions gains nothing.
 */
export function wordingsOf(operation, count) {
  return Array.from({ length: count }, (_, wording) => ({ ...operation, wording }));
}

/**
 * Distinct operations, the same at every run: in wording or in variables each differs from all others.
 * @param {string[]} codes of the provinces
 */
export function mixOf(codes, size = MIX_SIZE) {
  const seen = new Set();
  const mix = [];
  for (let place = 0; mix.length < size; place += 1) {
    const operation = draw(place, codes);
    const key = JSON.stringify(operation);
    if (seen.has(key)) continue;
    seen.add(key);
    mix.push(operation);
  }
  return mix;
}

function draw(place, codes) {
  // two strides that share no divisor with what they walk over: neighbours differ in all they can
  const share = (place * 37) % 100;
  const name = nameAt(share);
  const code = codes[(place * 11) % codes.length];
  const question = QUESTIONS[Math.floor(place / 3) % QUESTIONS.length];
  const rule = RULES[place % RULES.length];
  const wording = Math.floor(place / 7) % WORDINGS;
  switch (name) {
    case 'national-overview':
      return { name, wording, variables: { ...question, rule } };
    case 'province-detail':
      return { name, wording, variables: { code, ...question, first: 20 + (place % 5) * 10 } };
    case 'explain-attainment':
      return { name, wording, variables: { code, ...question } };
    default:
      return { name, wording, variables: { rule } };
  }
}

function nameAt(share) {
  let upTo = 0;
  for (const [name, part] of Object.entries(SHARES)) {
    upTo += part;
    if (share < upTo) return name;
  }
  throw new Error(`the shares of the mix add up to ${upTo}, not to 100`);
}
