import type { Question } from '../address/question';
import type { View } from './view';

interface PlaceSelectProps {
  readonly view: View;
  readonly question: Question;
}

/** Country, a region or a province. A district or a commune stays until another place is chosen. */
export function PlaceSelect({ view, question }: PlaceSelectProps) {
  const { words, content, address } = view;
  const provinces = content.standing?.country?.provinces ?? [];
  const isDeeper = question.level === 'DISTRICT' || question.level === 'COMMUNE';
  return (
    <>
      <label>
        <span>{words.filters.regions}</span>
        <select name="region" data-clears="place">
          <option value="" selected={address.region === null}>
            {words.filters.country}
          </option>
          {(content.standing?.regions ?? []).map(({ id, name }) => (
            <option key={id} value={id} selected={id === address.region}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{words.filters.provinces}</span>
        <select name="place">
          <option value="VN" selected={question.level === 'COUNTRY'}>
            {words.filters.country}
          </option>
          {isDeeper && (
            <option value={question.place} selected>
              {nameOf(view) ?? question.place}
            </option>
          )}
          {provinces
            .toSorted((a, b) => view.formats.compare(a.name, b.name))
            .map(({ code, name }) => (
              <option key={code} value={code} selected={code === question.place}>
                {name}
              </option>
            ))}
        </select>
      </label>
    </>
  );
}

function nameOf({ content }: View): string | undefined {
  return content.standing?.district?.fullName ?? content.commune?.fullName;
}
