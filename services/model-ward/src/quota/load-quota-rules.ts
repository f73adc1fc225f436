import type { EntityManager } from 'typeorm';
import { QuotaRule, QuotaRuleUnit } from './quota-rule';
import { readQuotaRules, unitsOf } from './quota-rule-file';

/** Loads the shipped rules as they stand in the file; a rule that left the file leaves the table. */
export async function loadQuotaRules(tx: EntityManager): Promise<void> {
  await tx.deleteAll(QuotaRuleUnit);
  await tx.deleteAll(QuotaRule);
  for (const [position, { units, ...rule }] of readQuotaRules().entries()) {
    await tx.insert(QuotaRule, { ...rule, position });
    const named = unitsOf({ units }).map((unit, place) => ({ ...unit, ruleId: rule.id, position: place }));
    if (named.length > 0) await tx.insert(QuotaRuleUnit, named);
  }
}
