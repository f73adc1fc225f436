import { registerEnumType } from 'type-graphql';

/** Where figures come from: the same words in every service. */
export enum Origin {
  RECORDED = 'RECORDED',
  REPORTED = 'REPORTED',
  PUBLISHED = 'PUBLISHED',
  SYNTHETIC = 'SYNTHETIC',
  MIXED = 'MIXED',
}

registerEnumType(Origin, {
  name: 'Origin',
  description:
    'Where a figure comes from. SYNTHETIC is made by the software for demonstration and says nothing about reality.',
  valuesConfig: {
    RECORDED: { description: 'Recorded in this system, case by case.' },
    REPORTED: { description: 'Reported by a locality as a figure.' },
    PUBLISHED: { description: 'Taken from a published paper or the press.' },
    SYNTHETIC: { description: 'Made up for demonstration; never mixed with real figures.' },
    MIXED: { description: 'Adds up figures of several real origins; comparable with nothing.' },
  },
});
