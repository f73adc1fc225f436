import type { ReportWords } from './vi-report';

/** The same words in English, translated by us. */
export const reportEn: ReportWords = {
  title: (indicator, place) => `Results: ${indicator} – ${place}`,
  back: 'Back to the figures of the province',
  print: 'Print or save as PDF with the print command of the browser (Ctrl+P): A4.',
  districts: 'Results by district',
  ownMap: 'Results by the provinces before the reorganisation',
  district: 'Unit',
  total: 'Total',
  leftOut: (count) => `${count} districts without communes in the scope are not listed.`,
  failing: (count, noun) => `Not met: ${noun} (${count})`,
  failingPlain: (noun) => `Not met: ${noun}`,
  commune: 'Commune',
  under: 'District',
  contents: 'Contents not met',
  allMet: (noun) => `None of the ${noun} with a result fails.`,
  restricted: 'The numbers of the contents that fail are for those who signed in.',
  unlisted: 'On this map the list is for those who signed in.',
  notLoaded: 'The list could not be loaded.',
  signature: {
    title: 'Signatures',
    place: '…………, date ……………………',
    author: 'DRAWN UP BY',
    authorHow: '(signature, full name)',
    head: 'HEAD OF THE UNIT',
    headHow: '(signature, seal, full name)',
    refused: 'No signature block: synthetic figures are not signed.',
    unknown: 'No signature block: it is not known where the figures come from.',
  },
  notFound: (path) => `There is no sheet at ${path}. That of a province: /report/ and its code of two digits.`,
};
