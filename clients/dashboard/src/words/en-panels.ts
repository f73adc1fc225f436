import type { PanelWords } from './vi-panels';

/** The words of the panels in English. */
export const enPanels: PanelWords = {
  tabs: {
    quota: 'Model ward police quota',
  },
  quotaVerdict: { FULFILLED: 'Enough', SHORT: 'Short', UNDECIDED: 'Undecided' },
  counts: { REGISTERED: 'Counted by registration', RECOGNISED: 'Counted by recognition' },
  sourceStatus: {
    SOURCED: 'As the source says',
    UNVERIFIED: 'Not checked against the original text',
    INFERENCE: 'Inferred by the project from its sources',
  },
  readings: { own: 'On the map of its time', carried: 'Grouped on the present map (for information)' },
  panelColumns: {
    held: 'Has',
  },
  tabsTitle: 'Views',
  panelRestricted: 'This part is shown to whoever signed in.',
  quota: {
    rule: 'Rule',
    source: (source, day) => `Source: ${source}${day === null ? '' : `, ${day}`}`,
    deadline: (day) => `Due ${day}`,
    words: 'In its words',
    reading: 'As we read it',
    notKnown: 'It cannot be checked',
    cities: 'Centrally run cities',
    ofNeeded: (held, required) => `has ${held}, needs ${required}`,
    short: (shortfall) => `${shortfall} missing`,
    shortList: 'Places that are short',
    noneShort: 'No place is short.',
    excluded: 'Why wards do not count',
    excludedRestricted: 'Wards that do not count, and why, are shown to whoever signed in.',
    noneExcluded: 'No registered ward is left out.',
    readingsTitle: 'Two readings of the map',
    carriedLine: (fulfilled, all, held, required, shortfall) =>
      `${fulfilled} of ${all} places have enough; ${held} held, ${required} needed, ${shortfall} missing.`,
    unplaced: (count) => `${count} units were divided and are in no group.`,
    hidden: (count) => `Grouping hides ${count} missing wards: a surplus of one place covers the gap of another.`,
    standings: 'Place by place',
  },
};
