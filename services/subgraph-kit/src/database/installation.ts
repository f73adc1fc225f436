import { Client } from 'pg';
import { StartError } from '../start-error';

/**
 * What every service's first migration begins with: whether the database is for demonstration, written once. The
 * trigger `stamp_origin` marks every row of a demonstration database SYNTHETIC and refuses such rows elsewhere;
 * `keep_recorded` keeps a table append-only: a row's `recorded_to` may be set once, and nothing else.
 *
 * Migrations run this text, so once released it stays as it is: a change is a new constant and a new migration.
 */
export const INSTALLATION_SQL = `
  create table installation (
    only_row boolean primary key default true check (only_row),
    demonstration boolean not null,
    created_at timestamptz not null default clock_timestamp()
  );
  create function refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception '% is written once and does not change.', tg_table_name using errcode = 'TC001';
  end $$;
  create trigger installation_is_final before update or delete on installation
    for each row execute function refuse_change();
  create trigger installation_stays before truncate on installation
    for each statement execute function refuse_change();
  create function is_demonstration() returns boolean stable language sql
    return (select demonstration from installation);
  create function stamp_origin() returns trigger language plpgsql as $$
  begin
    if is_demonstration() then
      new.origin := 'SYNTHETIC';
    elsif new.origin = 'SYNTHETIC' then
      raise exception 'Synthetic rows are refused: this database is not for demonstration.' using errcode = 'TC002';
    else
      -- when something was recorded is not the writer's to say; only made-up histories lie in the past
      new.recorded_from := clock_timestamp();
      new.recorded_to := null;
    end if;
    return new;
  end $$;
  create function keep_recorded() returns trigger language plpgsql as $$
  begin
    if tg_op = 'DELETE' or old.recorded_to is not null
       or to_jsonb(new) - 'recorded_to' <> to_jsonb(old) - 'recorded_to' then
      raise exception 'A recorded row is never changed, only closed.' using errcode = 'TC003';
    end if;
    if not is_demonstration() then
      new.recorded_to := clock_timestamp();
    end if;
    return new;
  end $$;`;

/**
 * Writes at the first start what the database is for, and compares at every later one.
 * @param wanted null: whatever it is; the first start then takes `fallback`
 * @returns whether it is for demonstration
 * @throws StartError when it is for the other purpose than wanted
 */
export async function establishPurpose(
  ownerUrl: string,
  schema: string,
  wanted: boolean | null,
  fallback: boolean,
): Promise<boolean> {
  const client = new Client({ connectionString: ownerUrl, options: `-c search_path=${schema}` });
  await client.connect();
  try {
    await client.query('insert into installation (demonstration) values ($1) on conflict do nothing', [
      wanted ?? fallback,
    ]);
    const { rows } = await client.query<{ demonstration: boolean }>('select demonstration from installation');
    const demonstration = rows[0]!.demonstration;
    if (wanted !== null && wanted !== demonstration) throw purposeError(demonstration);
    return demonstration;
  } finally {
    await client.end();
  }
}

function purposeError(demonstration: boolean): StartError {
  return demonstration
    ? new StartError(
        'this database was begun for demonstration and holds synthetic data',
        'start without --no-demo, or choose another place with TIEUCHI_DATA_DIR or DATABASE_URL',
      )
    : new StartError(
        'this database was begun for real data and takes no demonstration data',
        'start without --demo, or choose another place with TIEUCHI_DATA_DIR or DATABASE_URL',
      );
}
