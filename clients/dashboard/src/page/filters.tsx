import { addressFields } from '../address/address';
import { typedFrom } from '../address/day';
import { isJudged, type Question } from '../address/question';
import { MapDays } from './map-days';
import { PlaceSelect } from './place-select';
import type { View } from './view';

/** A form that works without scripts: it sends the address anew. With them each choice is followed at once. */
export function Filters({ view }: { readonly view: View }) {
  const { content, words } = view;
  const { question } = content;
  if (!question) return null;
  return (
    <form class="filters" method="get" action="/" aria-label={words.filters.title} data-follow="choices" noValidate>
      <KeptFields view={view} />
      <ProgrammeSelect view={view} question={question} />
      <IndicatorSelect view={view} question={question} />
      <YearSelect view={view} question={question} />
      <MapDays view={view} question={question} />
      <KnownOn view={view} />
      <PlaceSelect view={view} question={question} />
      <button type="submit">{words.filters.apply}</button>
    </form>
  );
}

const SENT_BY_FIELDS = new Set(['programme', 'indicator', 'year', 'map', 'known', 'place', 'region', 'page']);

/** What stands in the address besides, so that choosing a year does not close a tab. */
function KeptFields({ view }: { readonly view: View }) {
  const kept = addressFields(view.address).filter(([name]) => !SENT_BY_FIELDS.has(name));
  return (
    <>
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

interface FieldProps {
  readonly view: View;
  readonly question: Question;
}

function ProgrammeSelect({ view: { content, words, address }, question }: FieldProps) {
  const programmes = (content.catalogue.programmes ?? []).filter(({ indicators }) => indicators.some(isJudged));
  return (
    <label class="wide">
      <span>{words.filters.programme}</span>
      <select name="programme" data-clears="indicator year map">
        {programmes.map(({ id, title, titleEn }) => (
          <option key={id} value={id} selected={id === question.programme.id}>
            {address.language === 'en' ? titleEn : title}
          </option>
        ))}
      </select>
    </label>
  );
}

function IndicatorSelect({ view: { address, words }, question }: FieldProps) {
  return (
    <label class="wide">
      <span>{words.filters.indicator}</span>
      <select name="indicator" data-clears="year">
        {question.programme.indicators.filter(isJudged).map(({ id, titleVi, titleEn }) => (
          <option key={id} value={id} selected={id === question.indicator.id}>
            {address.language === 'en' ? titleEn : titleVi}
          </option>
        ))}
      </select>
    </label>
  );
}

function YearSelect({ view: { words }, question }: FieldProps) {
  return (
    <label>
      <span>{words.filters.year}</span>
      <select name="year">
        {question.indicator.years.map(({ year }) => (
          <option key={year} value={year} selected={year === question.year.year}>
            {year}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A day as people write it; what is none, or has not come, is said beside it. */
function KnownOn({ view }: { readonly view: View }) {
  const { words, wanted } = view;
  // what was asked for last: while it is loading, nobody finds the field emptied
  const { known, knownTyped } = wanted;
  const fault = knownFault(view);
  return (
    <div class="field">
      <label>
        <span>{words.filters.known}</span>
        <input
          type="text"
          name="known"
          value={knownTyped ?? (known === null ? '' : typedFrom(known))}
          placeholder={words.filters.knownHint}
          pattern="[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}"
          maxLength={10}
          autocomplete="off"
          aria-invalid={fault === null ? undefined : 'true'}
          aria-describedby={fault === null ? undefined : 'known-fault'}
        />
      </label>
      {fault !== null && (
        <p class="field-fault" id="known-fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}

function knownFault({ address, content, words }: View): string | null {
  if (address.knownTyped !== null) return words.filters.knownWrong;
  return content.faults.some(({ code }) => code === 'KNOWN_ON_IN_FUTURE') ? words.filters.knownFuture : null;
}
