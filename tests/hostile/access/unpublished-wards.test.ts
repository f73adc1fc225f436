import { Role } from '@tieuchi/subgraph-kit';
import { type Officer, signIn, unitIdOf } from '../../support/officer';
import { startTestSystem, type TestSystem } from '../../support/test-system';
import { leadTo, signInWardOfficers, wardCodesOf } from '../../support/ward-officers';

const DAY = '2025-06-30';

let system: TestSystem;
let ward: string;
let own: Officer;
/** Signed in, but for another part of the country. */
let strangers: Officer[];
beforeAll(async () => {
  system = await startTestSystem('real');
  const officers = await signInWardOfficers(system, '19', DAY);
  own = officers.appraiser;
  ward = (await wardCodesOf(system, '19', DAY))[0] as string;
  await leadTo(officers, ward, 'SELF_SCORED');
  const scope = await unitIdOf(system, 'PROVINCE', '01', DAY);
  strangers = await Promise.all(
    [Role.VIEWER, Role.COMMUNE_OFFICER, Role.APPRAISER].map((role) =>
      signIn(system, { subject: `strange ${role}`, role, scope }),
    ),
  );
}, 60_000);
afterAll(() => system.stop());

const SHOWN = `query Q($code: String!) @asOf(map: "${DAY}") { commune(code: $code) { modelWard {
  registeredOn selfScore { met } criteria { number verdict selfScored { verdict } } history { version selfMet } } } }`;

test('what the police of a ward says of itself is not for strangers before its appraisal', async () => {
  const { data: seen } = await own.ask(SHOWN, { code: ward });
  expect(seen.commune.modelWard.selfScore).toEqual({ met: 22 });
  for (const who of strangers) {
    const { data } = await who.ask(SHOWN, { code: ward });
    const { selfScore, criteria, history } = data.commune.modelWard;
    expect([who.role, selfScore, criteria]).toEqual([who.role, null, []]);
    expect(history.map(({ selfMet }: { selfMet: number | null }) => selfMet)).not.toContain(22);
  }
});
