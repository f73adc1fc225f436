import { addressFields } from '../../address/address';
import type { View } from '../../page/view';
import { CityChips } from './city-chips';
import type { QuotaCheck, QuotaContent } from './quota-content';
import { QuotaReadings } from './quota-readings';
import { ShortList } from './short-list';

/** A quota rule: what it asks, who has it, who is short, on its own map and grouped on the present one. */
export function QuotaPanel({ view }: { readonly view: View }) {
  const { panel } = view.content;
  if (panel?.tab !== 'quota') return <p>{view.words.notAnswered}</p>;
  const { check } = panel;
  return (
    <div class="panel quota">
      <h2>{view.words.tabs.quota}</h2>
      <RuleChoice view={view} panel={panel} />
      {check ? (
        <>
          <RuleFacts view={view} check={check} />
          <ul class="panel-sentences" lang="vi">
            {sentencesOf(check).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <CityChips view={view} check={check} />
          <ShortList view={view} check={check} excluded={panel.excluded} />
          <QuotaReadings view={view} panel={panel} check={check} />
        </>
      ) : (
        <NotChecked view={view} panel={panel} />
      )}
    </div>
  );
}

interface PanelProps {
  readonly view: View;
  readonly panel: QuotaContent;
}

function RuleChoice({ view, panel }: PanelProps) {
  const { words, address } = view;
  const kept = addressFields(address).filter(([name]) => !['rule', 'page', 'sort', 'find', 'only'].includes(name));
  return (
    <form class="panel-choice" method="get" action="/" data-follow="choices">
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label>
        <span>{words.quota.rule}</span>
        <select name="rule">
          {panel.rules.map(({ id, title }) => (
            <option key={id} value={id} selected={id === panel.ruleId} lang="vi">
              {title}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{words.filters.apply}</button>
    </form>
  );
}

/** All but the one about our reading, which stands above with its status. */
function sentencesOf({ sentences, rule }: QuotaCheck): readonly string[] {
  return sentences.filter((sentence) => !sentence.includes(rule.reading));
}

interface CheckProps {
  readonly view: View;
  readonly check: QuotaCheck;
}

/** Where the rule stands, what it says, and how it is read. */
function RuleFacts({ view: { words, formats }, check: { rule } }: CheckProps) {
  return (
    <>
      <ul class="facts">
        <li>{words.quota.source(rule.source, rule.sourceDate && formats.day(rule.sourceDate))}</li>
        <li>{words.quota.deadline(formats.day(rule.deadline))}</li>
        <li>{words.counts[rule.counts]}</li>
        <li>{words.mapShort(formats.day(rule.map))}</li>
      </ul>
      <dl class="panel-words">
        <div>
          <dt>{words.quota.words}</dt>
          <dd lang="vi">{rule.words}</dd>
        </div>
        <div>
          <dt>
            {words.quota.reading} <small>({words.sourceStatus[rule.status]})</small>
          </dt>
          <dd lang="vi">{rule.reading}</dd>
        </div>
      </dl>
    </>
  );
}

/** A rule of which the sources leave out what a check needs says what; another was not answered. */
function NotChecked({ view: { words }, panel }: PanelProps) {
  const notKnown = panel.rules.find(({ id }) => id === panel.ruleId)?.notKnown;
  return notKnown ? (
    <p lang="vi">
      {words.quota.notKnown}: {notKnown}
    </p>
  ) : (
    <p>{words.notAnswered}</p>
  );
}
