import { registerEnumType } from 'type-graphql';

export enum Language {
  VI = 'VI',
  EN = 'EN',
}

registerEnumType(Language, {
  name: 'Language',
  description: 'Vietnamese is the original; English drops the marks.',
  valuesConfig: {
    VI: { description: '"Tỉnh Thái Nguyên"' },
    EN: { description: '"Thai Nguyen province"' },
  },
});

export const LANGUAGE_ARGUMENT = {
  defaultValue: Language.VI,
  description: 'The language of the text; Vietnamese by default.',
};
