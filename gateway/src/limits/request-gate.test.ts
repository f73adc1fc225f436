import fc from 'fast-check';
import { RequestGate } from './request-gate';

const LIMITS = { atWork: 2, waiting: 2, waitMs: 50 };
const OVERLOADED = { extensions: { code: 'OVERLOADED' } };

describe('a gate', () => {
  it('lets the next one in when one leaves, in the order in which they came', async () => {
    const gate = new RequestGate(LIMITS);
    const [leaveFirst] = [await gate.enter(), await gate.enter()];
    const entered: string[] = [];
    const third = gate.enter().then(() => entered.push('third'));
    const fourth = gate.enter().then(
      () => entered.push('fourth'),
      () => entered.push('sent away'),
    );
    expect(entered).toEqual([]);
    leaveFirst?.();
    await Promise.all([third, fourth]);
    expect(entered).toEqual(['third', 'sent away']);
  });

  it('sends away at once who finds the queue full', async () => {
    const gate = new RequestGate({ ...LIMITS, waitMs: 60_000 });
    const leaves = [await gate.enter(), await gate.enter()];
    const waiting = [gate.enter(), gate.enter()];
    await expect(gate.enter()).rejects.toMatchObject(OVERLOADED);
    for (const leave of leaves) leave();
    for (const leave of await Promise.all(waiting)) leave();
  });

  it('sends away who has waited too long, and keeps no place for them', async () => {
    const gate = new RequestGate({ atWork: 1, waiting: 1, waitMs: 20 });
    const leave = await gate.enter();
    await expect(gate.enter()).rejects.toMatchObject(OVERLOADED);
    leave();
    (await gate.enter())();
    (await gate.enter())();
  });

  it('gives a place free once, however often its holder leaves', async () => {
    const gate = new RequestGate({ atWork: 1, waiting: 0, waitMs: 20 });
    const leave = await gate.enter();
    leave();
    leave();
    await gate.enter();
    await expect(gate.enter()).rejects.toMatchObject(OVERLOADED);
  });

  it('never holds more than its limit, and in the end holds none', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 60 }), async (acts) => {
        const gate = new RequestGate({ atWork: 3, waiting: 5, waitMs: 60_000 });
        const inside: (() => void)[] = [];
        const entering: Promise<unknown>[] = [];
        for (const comes of acts) {
          if (comes)
            entering.push(
              gate
                .enter()
                .then((leave) => inside.push(leave))
                .catch(() => 'sent away'),
            );
          else inside.shift()?.();
          await new Promise((resolve) => setImmediate(resolve));
          expect(inside.length).toBeLessThanOrEqual(3);
        }
        while (inside.length > 0) {
          inside.shift()?.();
          await new Promise((resolve) => setImmediate(resolve));
        }
        await Promise.all(entering);
        const again = [await gate.enter(), await gate.enter(), await gate.enter()];
        expect(again).toHaveLength(3);
      }),
      { numRuns: 50 },
    );
  });
});
