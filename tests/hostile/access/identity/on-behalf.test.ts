import { Role } from '@tieuchi/subgraph-kit';
import { type Officer, signIn, unitIdOf } from '../../../support/officer';
import { startTestSystem, type TestSystem } from '../../../support/test-system';
import { leadTo, signInWardOfficers, wardCodesOf } from '../../../support/ward-officers';

const DAY = '2025-06-30';

let system: TestSystem;
let reader: Officer;
beforeAll(async () => {
  system = await startTestSystem('real');
  reader = await signIn(system, { subject: 'auditor', role: Role.AUDITOR, scope: 'VN' });
}, 60_000);
afterAll(() => system.stop());

describe('what is entered on behalf of somebody', () => {
  it('shows for a commune who entered it and who is answerable there, of each step', async () => {
    const scope = await unitIdOf(system, 'PROVINCE', '19', DAY);
    const [commune] = await system.database.query<{ code: string }>(
      `select c.code from rural_security.register_unit_version c
       where c.province_id = $1 and c.kind = 'RURAL_COMMUNE' and c.valid @> $2::date order by c.code limit 1`,
      [scope, DAY],
    );
    const unitCode = commune?.code as string;
    const helper = await signIn(system, { subject: 'người nhập hộ', role: Role.APPRAISER, scope });
    const input = {
      unitCode,
      indicator: 'ntm-2021-2025/19.2',
      year: 2025,
      expectedVersion: null,
      enteredFor: 'Trưởng Công an xã',
    };
    const saved = await helper.ask(
      'mutation ($input: EnterAssessmentInput!) { saveAssessment(input: $input) { userErrors { code message } } }',
      { input },
    );
    expect(saved.data?.saveAssessment ?? saved.errors).toEqual({ userErrors: [] });
    const asked = `query @asOf(map: "${DAY}") { commune(code: "${unitCode}") {
      assessment(indicator: "ntm-2021-2025/19.2", year: 2025) { enteredFor history { recordedBy enteredFor } } } }`;
    expect((await reader.ask(asked)).data.commune.assessment).toEqual({
      enteredFor: 'Trưởng Công an xã',
      history: [{ recordedBy: 'người nhập hộ', enteredFor: 'Trưởng Công an xã' }],
    });
    expect((await system.ask(asked)).data.commune.assessment).toEqual({
      enteredFor: null,
      history: [{ recordedBy: null, enteredFor: null }],
    });
  });

  it('shows for a ward who scored it and for whom, of each step', async () => {
    const officers = await signInWardOfficers(system, '01', '2023-03-01');
    const [code] = await wardCodesOf(system, '01', '2023-03-01');
    await leadTo(officers, code as string, 'SELF_SCORED');
    const asked = `query @asOf(map: "2023-03-01") { commune(code: "${code}") {
      modelWard { enteredFor history { state recordedBy enteredFor } } } }`;
    const both = { recordedBy: 'enterer', enteredFor: 'Công an phường' };
    expect((await reader.ask(asked)).data.commune.modelWard).toEqual({
      enteredFor: 'Công an phường',
      history: [
        { state: 'REGISTERED', recordedBy: 'enterer', enteredFor: null },
        { state: 'UNDER_WAY', recordedBy: 'enterer', enteredFor: null },
        { state: 'SELF_SCORED', ...both },
      ],
    });
    const { history } = (await system.ask(asked)).data.commune.modelWard;
    expect(JSON.stringify(history)).not.toMatch(/enterer|Công an phường/);
  });
});
