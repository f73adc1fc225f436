import { parseProgramme } from './parse-programme';
import { asFile, type NewProgramme, newProgramme, newTarget } from './programme.fixture';
import { diffProgrammes } from './programme-diff';
import type { ProgrammeFile } from './programme-file';

function read(change: (programme: NewProgramme) => void = () => {}): ProgrammeFile {
  const programme = newProgramme();
  change(programme);
  return parseProgramme(asFile(programme)).parsed!.programme;
}

describe('what differs between two versions of a programme', () => {
  it('is nothing for the same', () => {
    expect(diffProgrammes(read(), read())).toEqual([]);
  });

  it('is told by place, with what was and what is', () => {
    const after = read((programme) => {
      programme.indicators[0]!.targets = [{ ...newTarget(), percent: '95' }];
      programme.indicators[0]!.years[1]!.windowTo = '2027-11-30';
    });
    expect(diffProgrammes(read(), after)).toEqual([
      { place: 'indicators["new-2026/1.1"].years["2027"].windowTo', before: '2027-11-15', after: '2027-11-30' },
      { place: 'indicators["new-2026/1.1"].targets["new-2026/target"].percent', before: '90', after: '95' },
    ]);
  });

  it('keeps to its element when another one comes before it', () => {
    const before = read();
    const after = read((programme) => programme.indicators[0]!.targets.unshift({ ...newTarget(), id: 'another' }));
    expect(diffProgrammes(before, after)).toEqual([
      expect.objectContaining({ place: 'indicators["new-2026/1.1"].targets["another"]', before: null }),
    ]);
    expect(diffProgrammes(after, before)).toEqual([
      expect.objectContaining({ place: 'indicators["new-2026/1.1"].targets["another"]', after: null }),
    ]);
  });

  it('is also another order', () => {
    const targets = [newTarget(), { ...newTarget(), id: 'another' }];
    const change = diffProgrammes(
      read((programme) => Object.assign(programme.indicators[0]!, { targets })),
      read((programme) => Object.assign(programme.indicators[0]!, { targets: [...targets].reverse() })),
    );
    expect(change).toEqual([
      {
        place: 'indicators["new-2026/1.1"].targets.order',
        before: ['new-2026/target', 'another'],
        after: ['another', 'new-2026/target'],
      },
    ]);
  });

  it('is all of it for a new one', () => {
    const places = diffProgrammes(null, read()).map(({ place }) => place);
    expect(places).toEqual(expect.arrayContaining(['id', 'validFrom', 'legalBasis', 'indicators']));
  });

  it.each(['__proto__', 'constructor'])('is seen for an element that is called %s', (id) => {
    const after = read((programme) => programme.indicators[0]!.targets.push({ ...newTarget(), id }));
    expect(diffProgrammes(read(), after)).toMatchObject([{ before: null, after: { id } }]);
  });
});
