import type { ComponentChildren } from 'preact';
import type { DetailFragment } from '../data/operations.generated';
import { chosenPlace } from './chosen-place';
import { nounOf, type View } from './view';

interface TileProps {
  readonly view: View;
  readonly attainment: DetailFragment;
}

/** Four figures, each of which opens what it is made of. */
export function Tiles({ view }: { readonly view: View }) {
  const attainment = chosenPlace(view.content)?.attainment;
  if (!attainment || attainment.total === 0) return null;
  return (
    <section class="tiles" aria-label={view.words.tiles.title}>
      <MetTile view={view} attainment={attainment} />
      <GapTile view={view} attainment={attainment} />
      <PaceTile view={view} attainment={attainment} />
      <CompletenessTile view={view} attainment={attainment} />
    </section>
  );
}

function Tile({ title, figure, children }: { title: string; figure: string; children: ComponentChildren }) {
  return (
    <details class="tile">
      <summary>
        <span class="tile-title">{title}</span> <strong>{figure}</strong>
      </summary>
      <div class="tile-why">{children}</div>
    </details>
  );
}

function MetTile({ view, attainment }: TileProps) {
  const { words, formats } = view;
  const { met, requiredCount, total, target } = attainment;
  const needed = requiredCount === null ? '–' : formats.count(requiredCount);
  return (
    <Tile title={words.tiles.met} figure={words.tiles.ofNeeded(formats.count(met), needed)}>
      <p>{words.tiles.total(formats.count(total), nounOf(view))}</p>
      <Step attainment={attainment} step={4} />
      <p>{target ? target.source : words.tiles.noTarget}</p>
    </Tile>
  );
}

function GapTile({ view, attainment }: TileProps) {
  const { words, formats } = view;
  const { shortfall, shortfallIfUnknownsPass, surplus, unknown } = attainment;
  const title = shortfall === 0 ? (surplus ? words.tiles.surplus : words.tiles.exact) : words.tiles.gap;
  return (
    <Tile title={title} figure={gapOf(view, attainment)}>
      {shortfall !== shortfallIfUnknownsPass && <p>{words.tiles.gapNote(formats.count(unknown), nounOf(view))}</p>}
      <Step attainment={attainment} step={5} />
      <Step attainment={attainment} step={6} />
      {view.content.question?.level === 'COUNTRY' && <p>{words.nationalNote}</p>}
    </Tile>
  );
}

function gapOf(view: View, { shortfall, shortfallIfUnknownsPass, surplus }: DetailFragment): string {
  const { words, formats } = view;
  if (shortfall === null || shortfallIfUnknownsPass === null) return '–';
  const noun = nounOf(view);
  if (shortfall === 0) return `${formats.count(surplus ?? 0)} ${noun}`;
  if (shortfall === shortfallIfUnknownsPass) return `${formats.count(shortfall)} ${noun}`;
  return `${words.tiles.range(formats.count(shortfallIfUnknownsPass), formats.count(shortfall))} ${noun}`;
}

function PaceTile({ view, attainment }: TileProps) {
  const { words, formats } = view;
  const { paceStatus, pace, unknown } = attainment;
  return (
    <Tile title={words.tiles.pace} figure={paceStatus === null ? '–' : words.pace[paceStatus]}>
      {paceStatus === 'UNKNOWN' && unknown > 0 && <p>{words.paceUnknown(formats.count(unknown), nounOf(view))}</p>}
      {pace?.observedPerYear != null && (
        <p>
          {words.pace9(
            pace.baselineYear,
            formats.percent(pace.baselinePercent),
            pace.observedPerYear.startsWith('-') ? 'down' : 'up',
            formats.decimal(pace.observedPerYear.replace('-', '')),
          )}
        </p>
      )}
      {pace?.expectedPercent != null && <p>{words.tiles.expected(formats.percent(pace.expectedPercent))}</p>}
    </Tile>
  );
}

function CompletenessTile({ view, attainment }: TileProps) {
  const { words, formats } = view;
  const { total, unknown, unknownByReason } = attainment;
  // rounded down, so that what is not whole is never 100
  const hundredths = Math.floor(((total - unknown) * 10_000) / total);
  const percent = (hundredths / 100).toFixed(hundredths % 100 === 0 ? 0 : 2);
  return (
    <Tile title={words.tiles.completeness} figure={formats.percent(percent)}>
      <p>{words.tiles.withResult(formats.count(total - unknown), formats.count(total), nounOf(view))}</p>
      {unknown === 0 && <p>{words.tiles.none}</p>}
      <ul>
        {unknownByReason.map(({ reason, count }) => (
          <li key={reason}>
            {words.reason[reason]}: {formats.count(count)}
          </li>
        ))}
      </ul>
    </Tile>
  );
}

/** A step of the explanation, in the server's words. */
function Step({ attainment, step }: { readonly attainment: DetailFragment; readonly step: number }) {
  const found = attainment.explanation.find((one) => one.step === step);
  return found ? <p>{found.text}</p> : null;
}
