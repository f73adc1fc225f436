/** What the arguments that name an indicator and one of its years say of themselves in the graph. */
export const INDICATOR_ARGUMENT = { description: 'An id of `indicators`: "ntm-2021-2025/19.2".' };

export const YEAR_ARGUMENT = {
  description:
    'An assessment year: 2024 runs from 16 November 2023 to 15 November 2024, both inclusive (for 19.2 an inference).',
};
