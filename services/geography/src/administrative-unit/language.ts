import { registerEnumType } from 'type-graphql';

export enum Language {
  VI = 'VI',
  EN = 'EN',
}

registerEnumType(Language, { name: 'Language', description: 'Vietnamese is the original; English drops the marks.' });
