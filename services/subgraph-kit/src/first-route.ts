import type { InternalRoute } from './subgraph';

/** Several routes as one: the first that has something at the address answers. */
export function firstRoute(...routes: readonly InternalRoute[]): InternalRoute {
  return async (path, upload, reading) => {
    for (const route of routes) {
      const answer = await route(path, upload, reading);
      if (answer) return answer;
    }
    return null;
  };
}
