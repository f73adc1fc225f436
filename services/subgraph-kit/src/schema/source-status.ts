import { registerEnumType } from 'type-graphql';

export enum SourceStatus {
  SOURCED = 'SOURCED',
  UNVERIFIED = 'UNVERIFIED',
  INFERENCE = 'INFERENCE',
}

registerEnumType(SourceStatus, {
  name: 'SourceStatus',
  description: 'How sure a statement about a rule is.',
  valuesConfig: {
    SOURCED: { description: 'As the source says.' },
    UNVERIFIED: { description: 'Not checked against the original text.' },
    INFERENCE: { description: 'Our conclusion from sources, which do not say it themselves.' },
  },
});
