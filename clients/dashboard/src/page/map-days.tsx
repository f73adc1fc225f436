import type { Question } from '../address/question';
import type { View } from './view';

/** First day of the 34 provinces: their map is the second one that is offered by name. */
export const FIRST_DAY_OF_34 = '2025-07-01';

/** The days that are offered by name: the map that the units were counted on, and the one that groups them now. */
export function offeredMapDays({ programme, year }: Question): readonly string[] {
  const counted = programme.closingMap ?? year.countedOn;
  return counted < FIRST_DAY_OF_34 ? [counted, FIRST_DAY_OF_34] : [counted];
}

/** Which map groups the answer: one of the known days, or any other that stands in the address. */
export function MapDays({ view, question }: { readonly view: View; readonly question: Question }) {
  const { words, formats } = view;
  const offered = offeredMapDays(question);
  const days = offered.includes(question.map) ? offered : [...offered, question.map].sort();
  return (
    <label>
      <span>{words.filters.map}</span>
      <select name="map">
        {days.map((day) => (
          <option key={day} value={day} selected={day === question.map}>
            {formats.day(day)}
          </option>
        ))}
      </select>
    </label>
  );
}
