import { Origin, UnitKind } from '@tieuchi/subgraph-kit';
import { checkQuota } from './check-quota';
import { QuotaCounts } from './quota-enums';
import type { QuotaRule } from './quota-rule';

const RULE = { id: 'a-rule', titleVi: 'Chỉ tiêu', deadline: '2023-12-31', counts: QuotaCounts.REGISTERED } as QuotaRule;
const unit = (unitId: string, required: number, held: number) => ({
  unitId,
  countedAs: UnitKind.PROVINCE,
  name: unitId,
  pending: 0,
  share: null,
  required,
  held,
  origin: Origin.RECORDED,
});

describe('checkQuota', () => {
  it('never lets a surplus of one unit fill the gap of another', () => {
    const check = checkQuota(RULE, Origin.RECORDED, [unit('P-01', 3, 15), unit('P-48', 3, 2), unit('P-19', 1, 0)]);
    expect(check).toMatchObject({ required: 7, held: 17, shortfall: 2, fulfilled: false });
    expect(check.standings.map(({ shortfall }) => shortfall)).toEqual([0, 1, 1]);
  });

  it('is fulfilled only where every unit has what it needs', () => {
    expect(checkQuota(RULE, Origin.RECORDED, [unit('P-01', 3, 3), unit('P-19', 1, 1)])).toMatchObject({
      shortfall: 0,
      fulfilled: true,
    });
  });
});
