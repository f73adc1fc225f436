import { Role } from '@tieuchi/subgraph-kit';
import { signIn, unitIdOf } from '../support/officer';
import { startTestSystem, type TestSystem } from '../support/test-system';

const DAY = '2025-06-30';
const CALLER = `query @asOf(map: "${DAY}") { caller { subject role unit { code level fullName } } }`;

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem('real', { answerCacheBytes: 8_000_000 });
}, 60_000);
afterAll(() => system.stop());

describe('whoever asks', () => {
  it('is told who they are, of which unit, and nobody is given another one’s answer', async () => {
    const scope = await unitIdOf(system, 'PROVINCE', '19', DAY);
    for (const subject of ['appraiser-a', 'appraiser-b', 'appraiser-a']) {
      const who = await signIn(system, { subject, role: Role.APPRAISER, scope });
      const { data, errors } = await who.ask(CALLER);
      expect(errors).toBeUndefined();
      const unit = { code: '19', level: 'PROVINCE', fullName: 'Tỉnh Thái Nguyên' };
      expect(data.caller).toEqual({ subject, role: 'APPRAISER', unit });
    }
  });

  it('for the whole country is told so', async () => {
    const ministry = await signIn(system, { subject: 'ministry', role: Role.MINISTRY, scope: 'VN' });
    const { data } = await ministry.ask(CALLER);
    expect(data.caller.unit).toMatchObject({ code: 'VN', level: 'COUNTRY' });
  });

  it('without a sign-in is the public’s reader and has no name of its own', async () => {
    const { data } = await system.ask(CALLER);
    expect(data.caller).toMatchObject({ subject: 'anonymous', role: 'VIEWER' });
  });
});
