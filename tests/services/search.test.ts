import { startTestSystem, type TestSystem } from '../support/test-system';

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem('real');
}, 60_000);
afterAll(() => system.stop());

const TODAY = '2026-06-01';
const CLOSING = '2025-06-30';

interface Match {
  kind: string;
  line: string;
  matchedName: string;
  matchedLine: string;
  matchedOn: string | null;
  holdsOnMap: boolean;
  unit: { id: string; code: string; level: string; fullName: string };
  successors: { fullName: string }[];
}

const FIELDS = `kind line matchedName matchedLine matchedOn holdsOnMap
  unit { id code level fullName } successors { fullName }`;

function ask(text: string, map: string, more: { level?: string; first?: number } = {}) {
  return system.ask(
    `query ($text: String!, $level: AdministrativeLevel, $first: Int! = 10, $map: Date) @asOf(map: $map) {
       searchUnits(text: $text, level: $level, first: $first) { ${FIELDS} } }`,
    { text, map, ...more },
  );
}

async function search(text: string, map = TODAY, more: { level?: string; first?: number } = {}): Promise<Match[]> {
  const { data, errors } = await ask(text, map, more);
  expect(errors).toBeUndefined();
  return data.searchUnits;
}

/** `line`, and what it was found by where that is another name. */
function show({ line, matchedLine, matchedOn }: Match): string {
  return matchedOn === null ? line : `${line} (${matchedLine}, ${matchedOn})`;
}

describe('a search by name', () => {
  it.each([
    'thai nguyen',
    'Thái Nguyên',
    'Thái Nguyên'.normalize('NFD'),
    'THÁI  NGUYÊN',
    'tỉnh Thái Nguyên',
    'Thai Nguyen province',
  ])('finds the province of that day first for %j', async (text) => {
    expect((await search(text))[0]).toMatchObject({ kind: 'NAME', matchedOn: null, unit: { id: 'P-19-20250701' } });
    expect((await search(text, CLOSING))[0]).toMatchObject({ kind: 'NAME', matchedOn: null, unit: { id: 'P-19' } });
  });

  it.each(['hoa binh', 'Hoà Bình', 'Hòa Bình', 'Hòa Bình'.normalize('NFD')])(
    'gives the same for %j, wherever the tone mark stands',
    async (text) => {
      const matches = await search(text, CLOSING);
      expect(matches.slice(0, 3).map(({ line }) => line)).toEqual([
        'Tỉnh Hòa Bình',
        'Thành phố Hòa Bình – tỉnh Hòa Bình',
        'Huyện Hoà Bình – tỉnh Bạc Liêu',
      ]);
      expect(matches).toEqual(await search('hoa binh', CLOSING));
    },
  );

  it.each([
    ['da nang', 'Thành phố Đà Nẵng'],
    ['ha noi', 'Thành phố Hà Nội'],
    ['hanoi', 'Thành phố Hà Nội'],
    ['thai nguyne', 'Tỉnh Thái Nguyên'],
    ['tp hue', 'Thành phố Huế'],
    ['khanh h', 'Tỉnh Khánh Hòa'],
    ['ba dinh', 'Phường Ba Đình – thành phố Hà Nội'],
    ['xa ba dinh', 'Xã Ba Đình – tỉnh Thanh Hóa'],
    ['ea hleo', "Xã Ea H'Leo – tỉnh Đắk Lắk"],
    ["ha%noi_\\'", 'Thành phố Hà Nội'],
  ])('finds for %j first %s', async (text, line) => {
    expect((await search(text))[0]?.line).toBe(line);
  });

  it.each([
    ['q1', 'Quận 1 – thành phố Hồ Chí Minh'],
    ['quan ba dinh', 'Quận Ba Đình – thành phố Hà Nội'],
    ['p12 q3', 'Phường 12 – quận 3 – thành phố Hồ Chí Minh'],
    ['tan lap bac son', 'Xã Tân Lập – huyện Bắc Sơn – tỉnh Lạng Sơn'],
    ['Tân Lập, TP Thái Nguyên', 'Phường Tân Lập – thành phố Thái Nguyên – tỉnh Thái Nguyên'],
    ['Xã Tân Lập – huyện Bắc Sơn – tỉnh Lạng Sơn', 'Xã Tân Lập – huyện Bắc Sơn – tỉnh Lạng Sơn'],
  ])('on the map of 30 June 2025 finds for %j first %s', async (text, line) => {
    expect((await search(text, CLOSING))[0]?.line).toBe(line);
  });

  it('tells homonyms apart by their line, those with the kind that was typed first', async () => {
    const matches = await search('xã tân lập', CLOSING, { first: 50 });
    const named = matches
      .filter(({ kind, matchedOn }) => kind === 'NAME' && matchedOn === null)
      .map(({ line }) => line);
    expect(new Set(named).size).toBe(named.length);
    const [oracle] = await system.database.query<{ communes: number; wards: number }>(
      `select count(*) filter (where kind = 'RURAL_COMMUNE')::int as communes, count(*) filter (where kind = 'WARD')::int as wards
       from geography.unit_version where name_en = 'Tan Lap' and valid @> date '${CLOSING}'`,
    );
    const kinds = named.map((line) => line.split(' ')[0]);
    const lastCommune = kinds.lastIndexOf('Xã');
    expect(kinds.slice(0, lastCommune + 1)).toEqual(new Array(oracle!.communes).fill('Xã'));
    expect(kinds.filter((kind) => kind === 'Phường')).toHaveLength(oracle!.wards);
  });

  it('puts longer names of the kind that was typed before whole names of another kind', async () => {
    const lines = (await search('q1', CLOSING, { first: 5 })).map(({ line }) => line.split(' – ')[0]);
    expect(lines.slice(0, 4)).toEqual(['Quận 1', 'Quận 12', 'Quận 10', 'Quận 11']);
    expect(lines[4]).not.toMatch(/^Quận/);
  });

  it('ranks whole names before beginnings, those before beginnings of words, and these before similar ones', async () => {
    const order = ['CODE', 'NAME', 'PREFIX', 'WORD_PREFIX', 'SIMILAR'];
    for (const text of ['an', 'hai chau', 'tan', 'long thanh', 'phu', '14']) {
      const places = (await search(text, TODAY, { first: 50 })).map(({ kind }) => order.indexOf(kind));
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
  });

  it('gives the same answer every time, and a shorter page is the beginning of a longer one', async () => {
    const long = await search('tan lap', TODAY, { first: 50 });
    expect(long).toHaveLength(50);
    expect(await search('tan lap', TODAY, { first: 7 })).toEqual(long.slice(0, 7));
    expect(new Set(long.map(({ unit }) => unit.id)).size).toBe(50);
  });

  it('keeps to a level', async () => {
    expect((await search('thai nguyen', CLOSING, { level: 'DISTRICT' }))[0]?.unit.id).toBe('D-164');
    const levels = (await search('hoa binh', TODAY, { level: 'COMMUNE', first: 50 })).map(({ unit }) => unit.level);
    expect(new Set(levels)).toEqual(new Set(['COMMUNE']));
  });
});

describe('a search by code', () => {
  it.each([
    ['00004', TODAY, 'Phường Ba Đình – thành phố Hà Nội'],
    ['19', CLOSING, 'Tỉnh Thái Nguyên'],
    ['164', CLOSING, 'Thành phố Thái Nguyên – tỉnh Thái Nguyên'],
    ['06978', TODAY, 'Xã Ba Chẽ – tỉnh Quảng Ninh'],
    // a second code under which decisions print it
    ['06970', TODAY, 'Xã Ba Chẽ – tỉnh Quảng Ninh'],
    ['vn', TODAY, 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
  ])('%s on %s finds %s first', async (code, map, line) => {
    expect((await search(code, map))[0]).toMatchObject({ kind: 'CODE', line });
  });
});

describe('an old name', () => {
  it('leads to the unit of today, with the name that was found and its last day', async () => {
    const matches = await search('Bac Kan');
    expect(matches.slice(0, 2).map(show)).toEqual([
      'Phường Bắc Kạn – tỉnh Thái Nguyên',
      'Tỉnh Thái Nguyên (Tỉnh Bắc Kạn, 2025-06-30)',
    ]);
    expect(matches[1]).toMatchObject({ holdsOnMap: true, successors: [{ fullName: 'Tỉnh Thái Nguyên' }] });
    expect((await search('Bac Kan', CLOSING))[0]).toMatchObject({ unit: { id: 'P-06' }, matchedOn: null });
  });

  it('of a unit that was only renamed finds the unit', async () => {
    expect((await search('thua thien hue')).map(show)[0]).toBe('Thành phố Huế (Tỉnh Thừa Thiên Huế, 2024-12-31)');
    expect((await search('hai chau i')).map(show)[0]).toBe(
      'Phường Hải Châu – thành phố Đà Nẵng (Phường Hải Châu I – quận Hải Châu – thành phố Đà Nẵng, 2025-06-29)',
    );
  });

  it('of a district leads to the units in which its communes are, and the district stands for itself', async () => {
    const [match] = await search('quan ba dinh');
    expect(match).toMatchObject({ holdsOnMap: false, unit: { id: 'D-001' }, matchedOn: CLOSING });
    const successors = await system.database.query<{ name: string }>(
      `select distinct s.full_name_vi as name, s.code from geography.unit_version c
       join geography.succession_link l on l.predecessor_id = c.unit_id
       join geography.unit_version s on s.unit_id = l.successor_id and s.valid @> date '${TODAY}'
       where c.district_id = 'D-001' and c.valid @> date '${CLOSING}' order by s.code`,
    );
    expect(match?.successors.map(({ fullName }) => fullName)).toEqual(successors.map(({ name }) => name));
  });

  it('of a district that became a special zone leads to the zone, a unit of another level', async () => {
    const [zone, district] = await search('con dao');
    expect(zone).toMatchObject({ unit: { id: 'C-26732-20250701' }, matchedOn: null });
    expect(district).toMatchObject({
      unit: { id: 'D-755', fullName: 'Huyện Côn Đảo' },
      holdsOnMap: false,
      successors: [{ fullName: 'Đặc khu Côn Đảo' }],
    });
  });

  it('of a unit without a known survivor says so', async () => {
    const [match] = await search('hai chau ii');
    expect(match).toMatchObject({ holdsOnMap: false, successors: [], matchedName: 'Phường Hải Châu II' });
  });

  it('that comes up only after the day of the map is not known on it', async () => {
    const ids = (await search('ba dinh', CLOSING, { first: 50 })).map(({ unit }) => unit.id);
    expect(ids).toContain('D-001');
    expect(ids.filter((id) => id.endsWith('-20250701'))).toEqual([]);
  });
});

describe('what cannot be searched by', () => {
  it.each(['', ' ', 'a', 'Đ', '%', '_', '\\', '"\'', '\u0301\u0323', '\u0000', '河内'])(
    '%j is refused in words',
    async (text) => {
      const { data, errors } = await ask(text, TODAY);
      expect(data).toEqual({ searchUnits: null });
      expect(errors?.map(({ message, extensions }) => `${extensions.code} ${message}`)).toEqual([
        expect.stringMatching(/^BAD_USER_INPUT text: ".*" – type at least 2 letters of a name, or a code\.$/),
      ]);
    },
  );

  it.each([
    [{ text: 'a'.repeat(10_000) }, 'BAD_USER_INPUT', 'text: 10000 characters – a name to search by has at most 100.'],
    [{ text: 'ha noi', first: 0 }, 'PAGE_TOO_LARGE', 'first: 0 – a search gives 1 to 50 matches.'],
    [{ text: 'ha noi', first: 51 }, 'PAGE_TOO_LARGE', 'first: 51 – a search gives 1 to 50 matches.'],
    [
      { text: 'ha noi', map: '2020-01-01' },
      'MAP_NOT_LOADED',
      'No map is loaded for 2020-01-01; the first is that of 2022-12-31.',
    ],
  ])('is refused by its reason: %#', async (asked: { text: string; first?: number; map?: string }, code, message) => {
    const { errors } = await ask(asked.text, asked.map ?? TODAY, { first: asked.first ?? 10 });
    expect(errors).toEqual([expect.objectContaining({ message, extensions: expect.objectContaining({ code }) })]);
  });

  it.each(["'; drop table unit_name; --", 'zzzz qqqq', '"; select pg_sleep(9)'])(
    '%j finds nothing or something, without an error',
    async (text) => {
      expect((await search(text)).length).toBeLessThanOrEqual(10);
    },
  );
});

describe('an old commune that was divided', () => {
  it('leads to its main successor and names the others too', async () => {
    const text = 'xã hoà bình, huyện đồng hỷ';
    const [before] = await search(text);
    expect(before?.successors.map(({ fullName }) => fullName)).toEqual(['Xã Văn Lăng']);
    // what an imported conversion table adds: a part went elsewhere too, to a unit of a smaller code
    await system.database.query(
      `insert into geography.succession_link (predecessor_id, successor_id, kind, effective_on, is_main)
       select c.unit_id, 'C-00004-20250701', 'PARTIAL', date '2025-07-01', false
       from geography.unit_name c where c.folded = 'hoa binh' and c.within like '%|dong hy|%' limit 1`,
    );
    const [after] = await search(text);
    expect(after?.unit).toEqual(before?.unit);
    expect(after?.successors.map(({ fullName }) => fullName)).toEqual(['Phường Ba Đình', 'Xã Văn Lăng']);
  });
});

describe('the cost of a search', () => {
  it.each([1, 10, 50])(
    'is one statement for the matches, one for their units and one for what those lie in: first %i',
    async (first) => {
      system.takeStatements();
      await search('tan lap', TODAY, { first });
      expect(system.takeStatements()).toHaveLength(3);
    },
  );
});
