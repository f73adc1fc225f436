// PostGraphile 5 over the views of peer-views.sql, as its documentation starts it: its own HTTP server, prepared statements.
import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

const server = createServer();
const served = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ connectionString: process.env.DATABASE_URL, schemas: ['bench_peer'] })],
  schema: { defaultBehavior: '+list +connection' },
  grafserv: { graphqlPath: '/graphql' },
}).createServ(grafserv);
await served.addTo(server);
if (process.env.PRINT_SCHEMA) {
  const { printSchema } = await import('graphql');
  console.error(printSchema(await served.getSchema()));
}
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
