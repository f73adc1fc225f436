import { geoMercator, geoPath } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { rateText } from '../page/rate-text';
import { shownVerdict } from '../page/shown-verdict';
import { SyntheticWords } from '../page/synthetic-words';
import { hrefTo, type View } from '../page/view';
import { mapClassOf } from './map-class';
import { Hatching } from './map-hatching';
import { Inset, type InsetFrame } from './map-inset';

interface ProvinceProperties {
  readonly code: string;
  readonly name: string;
}

/** TopoJSON of `GET /map/DAY.topojson`. */
export type Outlines = Topology<{ provinces: GeometryCollection<ProvinceProperties> }> & {
  readonly insets: readonly InsetFrame[];
};

const WIDTH = 460;
const HEIGHT = 880;
const kept = new Map<string, Promise<Outlines>>();

/** Outlines of a day, fetched once. @throws Error where there are none */
export function fetchOutlines(day: string): Promise<Outlines> {
  const known = kept.get(day);
  if (known) return known;
  const asked = fetch(`/map/${day}.topojson`).then((response) => {
    if (!response.ok) throw new Error(`no outlines of ${day}: ${response.status}`);
    return response.json() as Promise<Outlines>;
  });
  kept.set(day, asked);
  asked.catch(() => kept.delete(day));
  return asked;
}

interface MapDrawingProps {
  readonly view: View;
  readonly outlines: Outlines;
  readonly synthetic: boolean;
}

/** The drawing is for eyes and pointers; by keys and for readers the table below leads to the same places. */
export function MapDrawing({ view, outlines, synthetic }: MapDrawingProps) {
  const { provinces } = outlines.objects;
  const projection = geoMercator().fitExtent(
    [
      [4, 4],
      [WIDTH - 4, HEIGHT - 4],
    ],
    feature(outlines, provinces),
  );
  const path = geoPath(projection).digits(1);
  return (
    <figure class="map">
      {/* biome-ignore lint/a11y/useSemanticElements: a picture with links in it is no set of fields */}
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="group"
        aria-label={`${view.words.tabs.map}. ${view.words.map.twin}`}
      >
        <Hatching />
        {feature(outlines, provinces).features.map((province) => (
          <Province
            key={province.properties.code}
            view={view}
            code={province.properties.code}
            d={path(province) ?? ''}
          />
        ))}
        <path class="map-borders" d={path(mesh(outlines, provinces, (a, b) => a !== b)) ?? ''} />
        {outlines.insets.map((inset) => (
          <Inset key={inset.name} view={view} inset={inset} project={(point) => projection(point) ?? [0, 0]} />
        ))}
        {synthetic && <SyntheticWords words={view.words} x={WIDTH - 8} y={20} />}
      </svg>
      <figcaption class="archipelagos">
        {outlines.insets.map(({ name, nameEn, label }) => (
          <span key={name}>{view.address.language === 'en' ? nameEn : label}</span>
        ))}
      </figcaption>
    </figure>
  );
}

interface ProvinceShapeProps {
  readonly view: View;
  readonly code: string;
  readonly d: string;
}

function Province({ view, code, d }: ProvinceShapeProps) {
  const { content, words, address } = view;
  const part = content.standing?.country?.provinces.find((one) => one.code === code);
  const region = content.standing?.regions?.find(({ id }) => id === address.region);
  const isFaded = region !== undefined && !region.provinces.some((one) => one.code === code);
  const { attainment = null } = part ?? {};
  const verdict = attainment ? words.verdict[shownVerdict(attainment)] : words.notAnswered;
  const label = `${part?.fullName ?? code}: ${rateText(view, attainment)} – ${verdict}`;
  const isChosen = content.question?.place === code;
  return (
    <a href={hrefTo(view, { place: code, region: null, tab: 'table' })} tabIndex={-1} aria-label={label}>
      <path class={`map-${mapClassOf(attainment)}${isFaded ? ' is-faded' : ''}${isChosen ? ' is-chosen' : ''}`} d={d}>
        <title>{label}</title>
      </path>
      {attainment?.caution.smallDenominator && <path class="map-small" d={d} />}
    </a>
  );
}
