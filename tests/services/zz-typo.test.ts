import { startTestSystem, type TestSystem } from '../support/test-system';
import { SEARCH_UNITS } from '../../services/geography/src/unit-search/unit-search.sql';
import { readSearchText } from '../../services/geography/src/unit-search/search-reading';
import { foldName } from '../../services/geography/src/unit-search/fold-name';
import { Client } from 'pg';
let system: TestSystem;
beforeAll(async () => { system = await startTestSystem('real'); }, 60_000);
afterAll(() => system.stop());
it('x', async () => {
  const out: string[] = [];
  const c = new Client({ connectionString: system.database.adminUrl, options: '-c search_path=geography,public' });
  await c.connect();
  out.push(JSON.stringify((await c.query("select relname, reltuples from pg_class where relname in ('unit_name','unit_version')")).rows));
  const provs = (await c.query("select unit_id, name_vi from unit_version where level='PROVINCE' and valid @> date '2025-06-30'")).rows;
  const ask = async (t: string, map: string) => { const q = readSearchText(t); const t0 = performance.now(); const r = (await c.query(SEARCH_UNITS, [JSON.stringify(q.readings), q.code, null, map, 10])).rows; times.push(performance.now() - t0); return r; };
  const times: number[] = [];
  const stat: Record<string, number[]> = {};
  for (const { unit_id, name_vi } of provs) {
    const f = foldName(name_vi);
    const variants: [string, string][] = [];
    for (let i = 1; i < f.length - 1; i++) { variants.push(['swap', f.slice(0, i) + f[i + 1] + f[i] + f.slice(i + 2)]); }
    for (let i = 1; i < f.length; i++) variants.push(['drop', f.slice(0, i) + f.slice(i + 1)]);
    for (let i = 1; i < f.length; i++) variants.push(['replace', f.slice(0, i) + 'x' + f.slice(i + 1)]);
    for (const [k, v] of variants.filter((_, i) => i % 2 === 0)) {
      if (v === f) continue;
      const r = await ask(v, '2025-06-30'); const place = r.findIndex((x: any) => x.unitId === unit_id);
      const s = (stat[k] ??= [0, 0, 0, 0]); s[0]!++; if (place === 0) s[1]!++; if (place >= 0 && place < 3) s[2]!++; if (place >= 0) s[3]!++;
    }
  }
  times.sort((a, b) => a - b);
  out.push(JSON.stringify(stat), `n ${times.length} p50 ${times[times.length >> 1]!.toFixed(1)} p95 ${times[Math.floor(times.length * .95)]!.toFixed(1)} ms`);
  const names = (await c.query("select full_name_vi as n from unit_version where valid @> date '2026-06-01' order by md5(unit_id) limit 400")).rows;
  times.length = 0; let first = 0;
  for (const { n } of names) { const r = await ask(n, '2026-06-01'); if (r[0].matchedName === n) first++; }
  times.sort((a, b) => a - b);
  out.push(`full names ${first}/400 p50 ${times[200]!.toFixed(1)} p95 ${times[380]!.toFixed(1)}`);
  await c.end();
  process.stdout.write(out.join('\n') + '\n');
}, 300_000);
