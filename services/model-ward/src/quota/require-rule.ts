import { SpeakingError } from '@tieuchi/subgraph-kit';
import type { RuleStandings } from './quota.repository';

/** @throws SpeakingError RULE_NOT_FOUND with the rules that there are, RULE_NOT_CHECKABLE with what is not known of it */
export function requireRule(ruleId: string, { rule, units, origin, knownRules }: RuleStandings) {
  if (rule?.notKnown) throw new SpeakingError('RULE_NOT_CHECKABLE', `${ruleId} cannot be checked: ${rule.notKnown}`);
  if (rule) return { rule, origin, units: units ?? [] };
  throw new SpeakingError('RULE_NOT_FOUND', `No quota rule "${ruleId.slice(0, 60)}"; known: ${knownRules.join(', ')}.`);
}
