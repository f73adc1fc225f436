import type { Actor, Database } from '@tieuchi/subgraph-kit';
import type { Programme } from './programme';

export class ProgrammeRepository {
  constructor(
    private readonly database: Database,
    private readonly actor: Actor,
  ) {}

  /** In the order of their ids. */
  findProgrammes(): Promise<Programme[]> {
    return this.database.read(
      this.actor,
      `select id, title_vi as "titleVi", title_en as "titleEn", valid_from as "validFrom", valid_to as "validTo",
         closing_map as "closingMap", note, is_imported as "isImported", legal_basis as "legalBasis"
       from programme order by id`,
    );
  }
}
