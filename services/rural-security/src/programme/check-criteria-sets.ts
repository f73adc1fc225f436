import { type Report } from '@tieuchi/subgraph-kit';
import type { CriteriaSetFile } from './criteria-set-file';
import type { IndicatorFile } from './indicator-file';
import { reportRepeated } from './report-repeated';

/** Contents count from 1 without a gap, and a rule decides from contents that there are. */
export function checkCriteriaSets({ criteriaSets, shape }: IndicatorFile, report: Report): void {
  reportRepeated(criteriaSets, 'version', ['criteriaSets'], report);
  for (const [index, set] of criteriaSets.entries()) {
    const reportHere: Report = (path, message) => report(['criteriaSets', index, ...path], message);
    checkValidity(set, reportHere);
    checkRule(set, reportHere);
    checkItems(set, shape, reportHere);
  }
}

function checkValidity({ validFrom, validTo }: CriteriaSetFile, report: Report): void {
  if (validFrom !== null && validTo !== null && validTo < validFrom) {
    report(['validTo'], `must not lie before validFrom, ${validFrom}`);
  }
}

function checkRule({ rule, items }: CriteriaSetFile, report: Report): void {
  if (rule.kind !== 'STATED' && items.length === 0) {
    report(['rule', 'kind'], `${rule.kind} decides from contents, and the set has none; use STATED`);
  }
  if (rule.kind === 'AT_LEAST_OF' && rule.count > items.length) {
    report(['rule', 'count'], `must be at most ${items.length}, the number of contents, found ${rule.count}`);
  }
}

function checkItems({ items }: CriteriaSetFile, shape: IndicatorFile['shape'], report: Report): void {
  for (const [index, { number, points, rule }] of items.entries()) {
    if (number !== index + 1) report(['items', index, 'number'], `must be ${index + 1}, found ${number}`);
    if (points !== null && shape !== 'POINTS') {
      report(['items', index, 'points'], `must be null: an indicator of shape ${shape} gives no points`);
    }
    if (rule.kind !== 'SHARE_OF_SUB_UNITS') continue;
    for (const [place, { part, of }] of rule.conditions.entries()) {
      if (part === of) {
        report(['items', index, 'rule', 'conditions', place, 'of'], `must be another measure than "${part}"`);
      }
    }
  }
}
