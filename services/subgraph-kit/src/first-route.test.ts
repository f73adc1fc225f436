import { firstRoute } from './first-route';
import { SYSTEM } from './identity/actor';
import type { InternalRoute } from './subgraph';

const asked: unknown[][] = [];
const routeAt =
  (path: string): InternalRoute =>
  async (...question) => {
    asked.push([path, ...question]);
    return question[0] === path ? { contentType: 'text/plain', body: path } : null;
  };

it('asks one route after the other with the same question until one has an answer', async () => {
  const route = firstRoute(routeAt('/a'), routeAt('/b'), routeAt('/c'));
  const upload = { actor: SYSTEM, parameters: {}, content: new Uint8Array() };
  const reading = { actor: SYSTEM, headOnly: true };
  expect(await route('/b', upload, reading)).toMatchObject({ body: '/b' });
  expect(asked).toEqual([
    ['/a', '/b', upload, reading],
    ['/b', '/b', upload, reading],
  ]);
  expect(await route('/d')).toBeNull();
  expect(await firstRoute()('/a')).toBeNull();
});
