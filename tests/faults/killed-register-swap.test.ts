import type { Readiness } from '@tieuchi/subgraph-kit';
import type { ChildProgram } from '../../services/standalone/src/child-program';
import { until } from '../support/until';
import { type Door, openDoor } from './geography-door';
import { countWriters, findRegisterRows, recountedTallies } from './register-rows';
import { type ServicePair, startServicePair } from './service-pair';
import { SwapBarrier } from './swap-barrier';

let services: ServicePair;
let ruralSecurity: ChildProgram;
let barrier: SwapBarrier | null;
let door: Door | null;
beforeEach(async () => {
  barrier = null;
  door = null;
  services = await startServicePair();
  ruralSecurity = await services.startRuralSecurity();
}, 60_000);
afterEach(async () => {
  // a swap that still waits would keep its process from ending
  await barrier?.lift();
  await door?.stop();
  await services.stop();
}, 60_000);

const rows = () => findRegisterRows(services.database);
const tallies = () => recountedTallies(services.database);
const readiness = async ({ url }: ChildProgram) => (await (await fetch(new URL('/readyz', url))).json()) as Readiness;
const holding = (register: string) => ({ ready: true, versions: expect.objectContaining({ register }) });

/** Each lock lets readers pass, and meets the swap at another of its steps. */
const STEPS = [
  ['the links are gone and the units not yet', 'lock table rural_security.register_unit_version in share mode'],
  ['the edition is written and the tallies are not', 'lock table rural_security.security_tally in share mode'],
  [
    'the tallies are written and the end is not said',
    'lock table rural_security.assessment_year in share update exclusive mode',
  ],
] as const;

describe('a service killed in the middle of a register swap', () => {
  it.each(STEPS)(
    'keeps the old register whole, and its next start swaps once: %s',
    async (_step, lockStatement) => {
      const before = await rows();
      barrier = await SwapBarrier.raise(services.database, lockStatement);
      await services.changeGeography();
      const stopped = await barrier.stoppedSwap();
      expect(stopped).toMatchObject({ edition: 1, deletedLinks: before.register_link.rows });
      expect(await readiness(ruralSecurity)).toMatchObject(holding('1'));

      process.kill(ruralSecurity.pid, 'SIGKILL');
      await ruralSecurity.ended;
      await barrier.liftFor(stopped);
      barrier = null;
      expect(await rows()).toEqual(before);
      const { kept, recounted } = await tallies();
      expect(kept).toBe(recounted);

      const again = await services.startRuralSecurity();
      expect(await readiness(again)).toMatchObject(holding('2'));
      expect(await countWriters(services.database)).toBe(1);
      expect(await tallies()).toEqual({ kept, recounted });
    },
    60_000,
  );
});

describe('a service that starts while geography is gone', () => {
  it('comes up with the register it holds, and follows when geography is back', async () => {
    const before = await rows();
    await ruralSecurity.stop();
    await services.changeGeography();
    door = await openDoor(services.geography.url);
    door.shut();
    const again = await services.startRuralSecurity(door.url);
    expect(await readiness(again)).toMatchObject(holding('1'));
    expect(await rows()).toEqual(before);
    door.open();
    await until('the register to follow', async () => (await readiness(again)).versions.register === '2');
  }, 60_000);
});
