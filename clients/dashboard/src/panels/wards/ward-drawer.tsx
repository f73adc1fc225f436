import { hrefTo, type View } from '../../page/view';
import { CriteriaTable } from './criteria-table';
import { DecisionLines } from './decision-lines';
import { wardStateText } from './ward-columns';
import type { OpenWard, Scorecard, Ward } from './wards-content';

interface WardDrawerProps {
  readonly view: View;
  readonly open: OpenWard;
  readonly ruleTitle: string | null;
}

/** The scorecard of a ward beside the list. It has an address of its own; closing leads back to the list. */
export function WardDrawer({ view, open, ruleTitle }: WardDrawerProps) {
  const { words, address } = view;
  const { result } = open;
  return (
    <dialog open class="drawer" id="drawer" aria-labelledby="drawer-title">
      <p class="drawer-close">
        <a href={hrefTo(view, { ward: null, page: address.page })} data-closes>
          {words.wards.close}
        </a>
      </p>
      <h3 id="drawer-title" tabIndex={-1}>
        {result ? words.wards.police(result.fullName) : words.wards.notFound(open.ward)}
      </h3>
      {result?.modelWard && <WardFacts view={view} open={open} ward={result} ruleTitle={ruleTitle} />}
      {result && !result.modelWard && <p>{words.wards.notRegistered}</p>}
    </dialog>
  );
}

interface WardFactsProps extends WardDrawerProps {
  readonly ward: Ward;
}

function WardFacts({ view, open, ward, ruleTitle }: WardFactsProps) {
  const { words, formats } = view;
  const { scorecard } = open;
  const { year, registeredOn, criteriaAsked, criteriaSet, origin } = ward.modelWard!;
  return (
    <>
      {origin === 'SYNTHETIC' && <p class="drawer-mark">{words.syntheticMark.trim()}</p>}
      <p>{placeLine(ward)}</p>
      {scorecard && <p class="verdict">{wardStateText(view, scorecard)}</p>}
      {scorecard?.reason && <p lang="vi">{scorecard.reason}</p>}
      <ul class="facts">
        <li>{words.wards.registered(formats.day(registeredOn))}</li>
        {year !== null && <li>{words.wards.scoredFor(year)}</li>}
        <li>{words.wards.asked(formats.count(criteriaAsked))}</li>
      </ul>
      <CountingLine view={view} open={open} ruleTitle={ruleTitle} />
      <DecisionLines view={view} ward={ward.modelWard!} />
      {scorecard ? <Scores view={view} scorecard={scorecard} /> : <p>{words.wards.restricted}</p>}
      {criteriaSet && (
        <p class="drawer-set">
          {criteriaSet.title} – {words.sourceStatus[criteriaSet.status]}: <span lang="vi">{criteriaSet.source}</span>.{' '}
          {criteriaSet.groupCount !== null && words.wards.groups(formats.count(criteriaSet.groupCount))}{' '}
          {criteriaSet.note && <span lang="vi">{criteriaSet.note}</span>}
        </p>
      )}
    </>
  );
}

/** Whether it counts under the rule that is shown, and why not. */
function CountingLine({ view: { words }, open: { counting }, ruleTitle }: WardDrawerProps) {
  if (!counting || ruleTitle === null) return null;
  return (
    <p>
      {counting.counts ? (
        <>
          ● {words.wards.countsFor} <span lang="vi">{ruleTitle}</span>
        </>
      ) : (
        <>
          ✕ <span lang="vi">{counting.sentence}</span>
        </>
      )}
    </p>
  );
}

/** What the ward and the appraisal say, in numbers and then criterion by criterion. */
function Scores({ view, scorecard }: { readonly view: View; readonly scorecard: Scorecard }) {
  const { words, formats } = view;
  const lines = [
    [words.columns.selfScored, scorecard.selfScore],
    [words.columns.appraised, scorecard.appraisedScore],
  ] as const;
  return (
    <>
      <ul class="drawer-scores">
        {lines.map(([name, score]) => (
          <li key={name}>
            {name}:{' '}
            {score ? words.wards.score(formats.count(score.met), formats.count(score.asked)) : words.wards.noScore}
            {score?.scoredOn && ` (${formats.day(score.scoredOn)})`}
            {score?.printedDiffers && ` – ${words.wards.printed(formats.count(score.printedMet ?? 0))}`}
          </li>
        ))}
      </ul>
      <CriteriaTable view={view} criteria={scorecard.criteria} />
    </>
  );
}

function placeLine({ parent }: Ward): string {
  const above = parent?.parent && parent.parent.level !== 'COUNTRY' ? [parent.parent.fullName] : [];
  return [parent?.fullName, ...above].filter(Boolean).join(', ');
}
