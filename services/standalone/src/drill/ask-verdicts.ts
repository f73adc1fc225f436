import { StartError } from '@tieuchi/subgraph-kit';

/** The standing of the country and of each province, as planners ask it, and what else their decisions rest on. */
const STANDING =
  'met notMet unknown selfAssessedMet total ratePercent requiredCount shortfall verdict paceStatus origin';
const VERDICTS = `query ($indicator: ID!, $year: Int!) @asOf(map: "2025-06-30") {
  country {
    attainment(indicator: $indicator, year: $year) { ${STANDING} }
    provinces { code attainment(indicator: $indicator, year: $year) { ${STANDING} } }
  }
}`;
const QUOTA = 'query ($rule: ID!) { quotaCheck(rule: $rule) { required held shortfall fulfilled origin } }';
const KNOWN = '{ quotaRules { id } mapState { day } programmes { id } }';

const QUESTIONS: readonly { readonly query: string; readonly variables: object }[] = [
  { query: KNOWN, variables: {} },
  ...[2022, 2023, 2024, 2025].map((year) => ({
    query: VERDICTS,
    variables: { indicator: 'ntm-2021-2025/19.2', year },
  })),
  { query: VERDICTS, variables: { indicator: 'safe-unit/tt124', year: 2025 } },
  ...['mps-2022-11', 'mps-2023-12'].map((rule) => ({ query: QUOTA, variables: { rule } })),
];

/**
 * The answers of a running gateway, as texts to be compared.
 * @throws StartError for an answer with errors: it would be equal to another one that failed
 */
export async function askVerdicts(gatewayUrl: string): Promise<string[]> {
  const answers: string[] = [];
  for (const question of QUESTIONS) {
    const response = await fetch(`${gatewayUrl}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(question),
    });
    const { data, errors } = (await response.json()) as { data?: unknown; errors?: { message: string }[] };
    if (errors || !data) throw new StartError('a question got no whole answer', errors?.[0]?.message ?? 'see the log');
    answers.push(JSON.stringify(data));
  }
  return answers;
}
