import { INSTALLATION_SQL } from '@tieuchi/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Units, their versions in time, lineage and the loaded states of the map. */
export class Units1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${INSTALLATION_SQL}

      -- one row each time that the reference data changed; its number is the register's edition
      create table edition (
        edition integer generated always as identity primary key,
        fingerprint text not null,
        loaded_at timestamptz not null default clock_timestamp()
      );

      create table map_state (
        day date primary key,
        exact_until date,
        decision text
      );

      -- an identity: level, code and the day from which it holds
      create table unit (
        id text primary key,
        level text not null,
        code text not null,
        life daterange not null
      );

      create table unit_version (
        unit_id text not null references unit,
        level text not null,
        code text not null,
        kind text not null,
        name_vi text not null,
        name_en text not null,
        full_name_vi text not null,
        full_name_en text not null,
        printed_name text,
        parent_id text references unit,
        district_id text references unit,
        province_id text references unit,
        region_vi text,
        valid daterange not null,
        constraint one_version_of_a_unit_at_a_time exclude using gist (unit_id with =, valid with &&),
        constraint one_unit_of_a_code_at_a_time exclude using gist (code with =, level with =, valid with &&)
      );
      create index unit_version_by_parent on unit_version (parent_id, code);
      create index unit_version_by_province on unit_version (province_id, level, code);
      create index unit_version_by_district on unit_version (district_id, code);

      create table succession_link (
        predecessor_id text not null references unit,
        successor_id text not null references unit,
        kind text,
        effective_on date not null,
        decision text,
        is_main boolean not null,
        primary key (predecessor_id, successor_id)
      );
      create index succession_link_by_successor on succession_link (successor_id);

      -- reorganisations whose links are all known, with the source that says so; others have main successors only
      create table complete_lineage (
        effective_on date primary key,
        source text not null
      );

      create table unit_alias (
        unit_id text not null references unit,
        code text not null,
        primary key (unit_id, code)
      );
      create index unit_alias_by_code on unit_alias (code);

      -- files that changed the geography, in the order in which they were applied; never changed
      create table imported_file (
        id integer generated always as identity primary key,
        kind text not null,
        name text not null,
        content bytea not null,
        content_hash text not null unique,
        imported_by text not null default current_setting('app.actor'),
        imported_at timestamptz not null default clock_timestamp()
      );
      create trigger imported_file_stays before update or delete on imported_file
        for each row execute function refuse_change();

      grant insert, delete on map_state, unit, unit_version, succession_link, unit_alias, complete_lineage to geography_app;
      grant insert on edition, imported_file to geography_app;
      grant select on all tables in schema geography to geography_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Reference data is not taken back; restore a backup instead.');
  }
}
