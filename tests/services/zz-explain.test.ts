import { startTestSystem, type TestSystem } from '../support/test-system';
import { SEARCH_UNITS } from '../../services/geography/src/unit-search/unit-search.sql';
import { readSearchText } from '../../services/geography/src/unit-search/search-reading';
import { Client } from 'pg';
let system: TestSystem;
beforeAll(async () => { system = await startTestSystem('real'); }, 60_000);
afterAll(() => system.stop());
it('x', async () => {
  const out: string[] = [];
  const c = new Client({ connectionString: system.database.adminUrl, options: '-c search_path=geography,public' });
  await c.connect();
  for (const t of ['thai nguyen', 'xã tân lập bắc sơn thái nguyên', 'an', 'ha noi', 'q1', 'xã hòa bình huyện']) {
    const q = readSearchText(t);
    const v = [JSON.stringify(q.readings), q.code, null, '2026-06-01', 10];
    const rows = (await c.query('explain analyze ' + SEARCH_UNITS, v)).rows;
    const times = []; for (let i = 0; i < 15; i++) { const t0 = performance.now(); await c.query(SEARCH_UNITS, v); times.push(performance.now() - t0); }
    times.sort((a, b) => a - b);
    out.push(`\n## ${t} ${q.readings.length} p50 ${times[7]!.toFixed(1)} min ${times[0]!.toFixed(1)}\n` + rows.map((r: any) => r['QUERY PLAN']).filter((l: string) => process.env.FULL || /Time|Scan/.test(l)).join('\n'));
  }
  await c.end();
  process.stdout.write(out.join('\n'));
});
