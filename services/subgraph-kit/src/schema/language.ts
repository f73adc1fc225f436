import { registerEnumType } from 'type-graphql';

/** The languages that texts come in: the same words in every service. */
export enum Language {
  VI = 'VI',
  EN = 'EN',
}

registerEnumType(Language, {
  name: 'Language',
  description: 'Vietnamese is the original; in names, English drops the marks.',
  valuesConfig: {
    VI: { description: '"Tỉnh Thái Nguyên"' },
    EN: { description: '"Thai Nguyen province"' },
  },
});

export const LANGUAGE_ARGUMENT = {
  defaultValue: Language.VI,
  description: 'The language of the text; Vietnamese by default.',
};
