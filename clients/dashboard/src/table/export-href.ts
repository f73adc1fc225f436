import type { Question } from '../address/question';
import type { PageContent } from '../data/page-content';
import type { Arranged } from './arrange';
import type { Named } from './column';

/** Which export has the rows of a table; null where none has. */
function exportOf({ level }: Question, content: PageContent): string | null {
  if (content.communes) return level === 'DISTRICT' ? 'district-communes' : 'province-communes';
  if (level === 'COUNTRY') return 'attainment';
  return level === 'PROVINCE' ? 'province-attainment' : null;
}

/**
 * The address of a file with exactly these rows in this order. Where all rows are there in the API's own order, nothing is
 * said of them; else their codes are.
 * @param all how many rows there are without filters
 */
export function exportHref<Row extends Named>(
  content: PageContent,
  { fitting, sort }: Arranged<Row>,
  all: number,
  format: 'csv' | 'xlsx',
): string | null {
  const { question } = content;
  const name = question && exportOf(question, content);
  if (!question || !name || fitting.length === 0) return null;
  const parameters = new URLSearchParams({ indicator: question.indicator.id, year: String(question.year.year) });
  if (question.level !== 'COUNTRY') parameters.set('code', question.place);
  parameters.set('map', question.map);
  if (question.knownOn) parameters.set('knownOn', question.knownOn);
  if (sort || fitting.length < all) parameters.set('rows', fitting.map(({ code }) => code).join(','));
  return `/export/${name}.${format}?${parameters.toString().replaceAll('%2C', ',').replaceAll('%2F', '/')}`;
}
