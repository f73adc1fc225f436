import { bulletScale } from './bullet-scale';
import { type ChosenPlace, chosenPlace } from './chosen-place';
import { SyntheticWords } from './synthetic-words';
import type { View } from './view';

const WIDTH = 380;
const MARGIN = 16;
const ROW = 56;
const BAR = 14;

/** Rate, target, expected rate and the band of the unknown, of the country and of the place that was chosen. */
export function BulletChart({ view }: { readonly view: View }) {
  const { words, content } = view;
  const country = content.standing?.country;
  const chosen = chosenPlace(content);
  const places = [country, chosen === country ? null : chosen].filter((one): one is ChosenPlace => hasRate(one));
  if (places.length === 0) return null;
  const scale = bulletScale(
    places.map(({ attainment }) => attainment!),
    WIDTH - 2 * MARGIN,
  );
  const height = places.length * ROW + 32;
  return (
    <figure class="bullet">
      <figcaption>{words.bullet.title}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={places.map((place) => describe(view, place)).join(' ')}
      >
        {places.map((place, index) => (
          <g key={place.code} transform={`translate(${MARGIN} ${index * ROW + 6})`}>
            <BulletRow view={view} place={place} toX={scale.toX} />
          </g>
        ))}
        <g class="axis" transform={`translate(${MARGIN} ${places.length * ROW})`}>
          {scale.ticks.map((tick) => (
            <text key={tick} x={scale.toX(tick)} y={12} text-anchor="middle">
              {view.formats.asPrinted(String(tick))}%
            </text>
          ))}
        </g>
        {content.isSynthetic && <SyntheticWords words={words} x={WIDTH - MARGIN} y={height - 4} />}
      </svg>
      <BulletLegend view={view} hasExpected={places.some(showsExpected)} />
    </figure>
  );
}

function hasRate(place: ChosenPlace | null | undefined): place is ChosenPlace {
  return place?.attainment?.bounds != null;
}

interface BulletRowProps {
  readonly view: View;
  readonly place: ChosenPlace;
  readonly toX: (percent: number) => number;
}

function BulletRow({ view, place, toX }: BulletRowProps) {
  const { bounds, targetPercent, pace } = place.attainment!;
  const [lower, upper] = [Number(bounds!.lowerPercent), Number(bounds!.upperPercent)];
  return (
    <>
      <text class="bullet-name" x={0} y={10}>
        {place.name}
      </text>
      <text class="bullet-figure" x={toX(100)} y={10} text-anchor="end">
        {rateText(view, place)}
      </text>
      <rect class="bullet-ground" x={0} y={20} width={toX(100)} height={BAR} />
      <rect class="bullet-rate" x={0} y={20} width={toX(lower)} height={BAR} />
      {upper > lower && (
        <rect class="bullet-unknown" x={toX(lower)} y={20} width={toX(upper) - toX(lower)} height={BAR} />
      )}
      {targetPercent !== null && <path class="bullet-target" d={`M${toX(Number(targetPercent))} 16v${BAR + 8}`} />}
      {showsExpected(place) && (
        <path class="bullet-expected" d={`M${toX(Number(pace!.expectedPercent))} 19l5 -5h-10z`} />
      )}
    </>
  );
}

function rateText({ words, formats }: View, { attainment }: ChosenPlace): string {
  const { bounds, ratePercent, unknown, targetPercent } = attainment!;
  const rate =
    unknown > 0
      ? words.tiles.range(formats.percent(bounds!.lowerPercent), formats.percent(bounds!.upperPercent))
      : formats.percent(ratePercent);
  return targetPercent === null ? rate : `${rate} · ${words.bullet.target} ${formats.asPrinted(targetPercent)}%`;
}

/** The same in words, for whoever does not see it. */
function describe(view: View, place: ChosenPlace): string {
  return `${place.name}: ${rateText(view, place)}.`;
}

/** On the due day and after it the expected rate is the target. */
function showsExpected({ attainment }: ChosenPlace): boolean {
  const expected = attainment?.pace?.expectedPercent;
  return expected != null && expected !== attainment?.targetPercent;
}

function BulletLegend({ view: { words }, hasExpected }: { readonly view: View; readonly hasExpected: boolean }) {
  return (
    <ul class="legend">
      <li>
        <span class="swatch swatch-rate" /> {words.bullet.rateAtLeast}
      </li>
      <li>
        <span class="swatch swatch-unknown" /> {words.bullet.unknown}
      </li>
      <li>
        <span class="swatch swatch-target" /> {words.bullet.target}
      </li>
      {hasExpected && (
        <li>
          <span class="swatch swatch-expected" /> {words.bullet.expected}
        </li>
      )}
    </ul>
  );
}
