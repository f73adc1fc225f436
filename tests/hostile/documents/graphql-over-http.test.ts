import { serverAudits } from 'graphql-http';
import { startTestSystem, type TestSystem } from '../../support/test-system';

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem('real');
}, 60_000);
afterAll(() => system.stop());

/** The audits of the specification's own authors; what a server MUST do is in their names. */
const audits = serverAudits({ url: () => `${system.url}/graphql` });

describe('GraphQL over HTTP', () => {
  it('has audits of what a server must do', () => {
    expect(audits.filter(({ name }) => name.startsWith('MUST')).length).toBeGreaterThanOrEqual(13);
  });

  it.each(audits.filter(({ name }) => name.startsWith('MUST')).map((audit) => [audit.name, audit.id, audit] as const))(
    '%s (%s)',
    async (_name, _id, audit) => {
      const result = await audit.fn();
      expect(result.status === 'ok' ? 'ok' : `${result.status}: ${result.reason}`).toBe('ok');
    },
  );
});
