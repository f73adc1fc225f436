import { hrefTo, type View } from './view';

interface Step {
  readonly code: string;
  readonly name: string;
}

/** The way from the country to the place, each step a link but the last. */
export function Breadcrumbs({ view }: { readonly view: View }) {
  const steps = wayTo(view);
  if (steps.length < 2) return null;
  return (
    <nav class="breadcrumbs" aria-label={view.words.filters.place}>
      <ol>
        {steps.map(({ code, name }, index) => (
          <li key={code}>
            {index === steps.length - 1 ? (
              <span aria-current="page">{name}</span>
            ) : (
              <a href={hrefTo(view, { place: code, only: null, find: '', sort: null, rows: null })}>{name}</a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function wayTo({ content: { standing, commune, question }, words }: View): Step[] {
  const country = { code: 'VN', name: words.filters.country };
  if (question?.level === 'PROVINCE' && standing?.province) return [country, asStep(standing.province)];
  const { district } = standing ?? {};
  if (district) return [country, ...(district.parent ? [asStep(district.parent)] : []), asStep(district)];
  if (!commune) return [country];
  const { parent } = commune;
  const above = [parent?.parent, parent].flatMap((unit) => (unit && unit.level !== 'COUNTRY' ? [asStep(unit)] : []));
  return [country, ...above, asStep(commune)];
}

function asStep({ code, fullName }: { readonly code: string; readonly fullName: string }): Step {
  return { code, name: fullName };
}
