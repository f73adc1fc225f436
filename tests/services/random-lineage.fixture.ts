import fc from 'fast-check';
import type { Level, LinkRow, RegisterHistory, UnitRow, VersionRow } from './register-history';

export interface Scope {
  /** Provinces only go whole into others. */
  readonly mergesOnly: boolean;
  /** Communes, or parts of them, go across the borders of provinces. */
  readonly crossesBorders: boolean;
  /** Of some days only the main successors of communes are known. */
  readonly losesLinks: boolean;
}

/** Draws one of `n` numbers. */
type Draw = (n: number) => number;
type Home = Pick<UnitRow, 'districtId' | 'provinceId'>;

const FIRST_DAY = '2025-06-30';
const DAYS = ['2025-07-01', '2026-04-30', '2027-01-01'];
const EVE = '2026-04-29';

/** One to three reorganisations of one to four provinces, whose units give parts away and take others in, also at once. */
export function randomHistory(scope: Partial<Scope> = {}): fc.Arbitrary<RegisterHistory> {
  const whole = { mergesOnly: false, crossesBorders: true, losesLinks: false, ...scope };
  const plans = fc.array(fc.record({ dissolves: fc.boolean(), loses: fc.boolean() }), { minLength: 1, maxLength: 3 });
  const numbers = fc.array(fc.nat(5_039), { minLength: 10, maxLength: 100 });
  return fc.tuple(fc.integer({ min: 1, max: 4 }), plans, numbers).map(([provinces, days, drawn]) => {
    let place = 0;
    const history = new HistoryDraft(whole, (n) => (drawn[place++ % drawn.length] as number) % n, provinces);
    days.forEach(({ dissolves, loses }, index) => {
      history.reorganise(DAYS[index] as string, dissolves, whole.losesLinks && loses);
    });
    return history.close();
  });
}

class HistoryDraft {
  private readonly held = new Map<string, VersionRow>();
  private readonly ended: VersionRow[] = [];
  private links: LinkRow[] = [];
  private readonly reorganisations: { effectiveOn: string; linksComplete: boolean }[] = [];
  private day: string | null = null;
  private begun = 0;

  constructor(
    private readonly scope: Scope,
    private readonly draw: Draw,
    provinces: number,
  ) {
    this.begin('COUNTRY', { districtId: null, provinceId: null }, 'VN');
    for (let index = 0; index < provinces; index++) {
      const provinceId = this.begin('PROVINCE');
      const districts = Array.from({ length: draw(3) }, () => this.begin('DISTRICT', { districtId: null, provinceId }));
      for (const districtId of districts.length > 0 ? districts : [null]) {
        for (let count = draw(4); count >= 0; count--) this.begin('COMMUNE', { districtId, provinceId });
      }
    }
  }

  close(): RegisterHistory {
    const { links, reorganisations } = this;
    const days = [FIRST_DAY, ...reorganisations.map(({ effectiveOn }) => effectiveOn)];
    if (days.length > 2) days.push(EVE);
    return { versions: [...this.ended, ...this.held.values()], links, reorganisations, days };
  }

  reorganise(day: string, dissolvesDistricts: boolean, losesLinks: boolean): void {
    this.day = day;
    const communes = this.unitsOf('COMMUNE');
    const heirs = this.reorganiseProvinces(this.unitsOf('PROVINCE'));
    this.reorganiseDistricts(dissolvesDistricts, heirs);
    this.settle(communes, heirs);
    this.reorganiseCommunes(communes);
    if (losesLinks) {
      const isKept = (link: LinkRow) => link.isMain || link.effectiveOn !== day || link.predecessorId.startsWith('P');
      this.links = this.links.filter(isKept);
    }
    this.reorganisations.push({ effectiveOn: day, linksComplete: !losesLinks });
  }

  /** @returns for each province of the day before where its units go */
  private reorganiseProvinces(provinces: readonly string[]): Map<string, string[]> {
    const heirs = new Map(provinces.map((id) => [id, [id]]));
    const waiting = [...provinces];
    const takers: string[] = [];
    const begin = () => this.begin('PROVINCE');
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const others = () => waiting.splice(0, 1 + this.draw(2));
      const act = this.draw(this.scope.mergesOnly ? 4 : 7);
      if (act === 0) this.merge([id, ...others()], begin(), heirs);
      else if (act === 4) this.split(id, [begin(), begin()], heirs);
      else {
        if (act === 1) this.merge(others(), id, heirs);
        if (act === 2) this.change(id, { name: `${id} renamed` });
        if (act === 5) this.giveAway(id, [takers[this.draw(3)] ?? begin()], heirs);
        takers.push(id);
      }
    }
    return heirs;
  }

  private reorganiseDistricts(dissolves: boolean, heirs: Map<string, string[]>): void {
    const districts = this.unitsOf('DISTRICT');
    if (dissolves) {
      for (const id of districts) this.dissolve(id, heirs);
      return;
    }
    this.settle(districts, heirs);
    const [id, other] = districts;
    if (id === undefined || this.draw(2) === 0) return;
    const home = this.unit(id);
    if (other !== undefined && this.isNear(home, other)) {
      this.merge([other], this.draw(2) ? id : this.begin('DISTRICT', home), heirs);
    }
    if (this.draw(3) === 0) this.giveAway(id, [this.begin('COMMUNE', this.homeNear(home))]);
  }

  /**
   * Without successors of its own, or with one for its land outside its communes, or into one commune, as the island
   * districts did.
   */
  private dissolve(districtId: string, heirs: ReadonlyMap<string, string[]>): void {
    const homes = heirs.get(this.unit(districtId).provinceId ?? '') ?? [];
    const provinceId = homes[this.draw(homes.length)] as string;
    const begin = () => this.begin('COMMUNE', { districtId: null, provinceId });
    const act = this.draw(4);
    if (act === 0) this.split(districtId, [begin()]);
    else {
      if (act === 1) this.giveAway(districtId, [begin()]);
      this.end(districtId);
    }
  }

  /** Puts units that go on where their district, or their province, now lies. */
  private settle(ids: readonly string[], heirs: ReadonlyMap<string, string[]>): void {
    for (const id of ids) {
      const { districtId, provinceId } = this.unit(id);
      const district = this.held.get(heirs.get(districtId ?? '')?.[0] ?? districtId ?? '');
      const homes = heirs.get(provinceId ?? '') ?? [];
      const home = district
        ? { districtId: district.unitId, provinceId: district.provinceId }
        : { districtId: null, provinceId: homes[this.draw(homes.length)] as string };
      if (home.districtId !== districtId || home.provinceId !== provinceId) this.change(id, home);
    }
  }

  private reorganiseCommunes(communes: readonly string[]): void {
    const waiting = [...communes];
    const takers: string[] = [];
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const home = this.unit(id);
      const act = this.draw(9);
      const begin = () => this.begin('COMMUNE', this.homeNear(home));
      const target = () => takers.find((one) => this.isNear(home, one) && this.draw(2) === 0) ?? begin();
      if (act === 0) {
        const merged = this.begin('COMMUNE', home);
        this.merge([id, ...this.takeNext(home, waiting)], merged);
        takers.push(merged);
      } else if (act === 1) this.split(id, this.draw(2) ? [begin(), target(), begin()] : [target(), begin()]);
      else {
        if (act === 2) this.giveAway(id, [target()]);
        if (act === 3) this.merge(this.takeNext(home, waiting), id);
        if (act === 4) this.change(id, { name: `${id} renamed` });
        if (act === 5) this.change(id, this.homeNear(home));
        takers.push(id);
      }
    }
  }

  private takeNext(home: Home, waiting: string[]): string[] {
    const next = waiting[0];
    return next !== undefined && this.isNear(home, next) ? waiting.splice(0, 1) : [];
  }

  private isNear({ provinceId }: Home, id: string): boolean {
    return this.scope.crossesBorders || this.unit(id).provinceId === provinceId;
  }

  private homeNear({ provinceId }: Home): Home {
    const near = (id: string | null) => this.scope.crossesBorders || id === provinceId;
    const districts = this.unitsOf('DISTRICT').map((id) => ({ districtId: id, provinceId: this.unit(id).provinceId }));
    const provinces = this.unitsOf('PROVINCE').map((id) => ({ districtId: null, provinceId: id }));
    const homes = [...districts, ...provinces].filter((home) => near(home.provinceId));
    return homes[this.draw(homes.length)] as Home;
  }

  private merge(ids: readonly string[], into: string, heirs?: Map<string, string[]>): void {
    for (const id of ids) this.split(id, [into], heirs);
  }

  private split(id: string, into: readonly string[], heirs?: Map<string, string[]>): void {
    this.end(id);
    into.forEach((successorId, index) => {
      this.link(id, successorId, index === 0);
    });
    heirs?.set(id, [...into]);
  }

  private giveAway(id: string, into: readonly string[], heirs?: Map<string, string[]>): void {
    for (const successorId of into) this.link(id, successorId, false);
    heirs?.set(id, [id, ...into]);
  }

  private link(predecessorId: string, successorId: string, isMain: boolean): void {
    this.links.push({ predecessorId, successorId, effectiveOn: this.day as string, isMain });
  }

  private begin(level: Level, home: Home = { districtId: null, provinceId: null }, id?: string): string {
    const unitId = id ?? `${level[0]}${++this.begun}`;
    const kind = level === 'COMMUNE' && this.draw(4) === 0 ? 'WARD' : KINDS[level];
    const { districtId, provinceId } = home;
    const version = { unitId, level, kind, name: unitId, districtId, provinceId, validFrom: this.day, validTo: null };
    this.held.set(unitId, version);
    return unitId;
  }

  private end(id: string): void {
    const unit = this.unit(id);
    this.held.delete(id);
    if (unit.validFrom !== this.day) this.ended.push({ ...unit, validTo: this.day });
  }

  private change(id: string, attributes: Partial<UnitRow>): void {
    const unit = this.unit(id);
    this.end(id);
    const { districtId, provinceId, name } = { ...unit, ...attributes };
    this.held.set(id, { ...unit, districtId, provinceId, name, validFrom: this.day });
  }

  private unit(id: string): VersionRow {
    return this.held.get(id) as VersionRow;
  }

  private unitsOf(level: Level): string[] {
    return [...this.held.values()].filter((unit) => unit.level === level).map(({ unitId }) => unitId);
  }
}

const KINDS = { COUNTRY: 'COUNTRY', PROVINCE: 'PROVINCE', DISTRICT: 'RURAL_DISTRICT', COMMUNE: 'RURAL_COMMUNE' };
