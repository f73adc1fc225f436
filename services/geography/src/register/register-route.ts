import { type InternalRoute, REGISTER_PATH } from '@tieuchi/subgraph-kit';
import type { RegisterRepository } from './register.repository';

/** `/internal/register` says the newest edition, `/internal/register/EDITION` is that edition whole. */
export function createRegisterRoute(register: RegisterRepository): InternalRoute {
  return async (path) => {
    const edition = await register.findEdition();
    if (path === REGISTER_PATH) return json(JSON.stringify({ edition }));
    // only the newest is kept: a service that asks for an older one asks again
    return path === `${REGISTER_PATH}/${edition}` ? json(await register.findSnapshotText()) : null;
  };
}

function json(body: string) {
  return { contentType: 'application/json; charset=utf-8', body };
}
