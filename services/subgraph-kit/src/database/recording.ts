/**
 * One instant for all that a transaction records: a row is closed at the moment at which the next one begins, so that no
 * end of a day falls between the two and finds neither. It lies inside the transaction, whoever sets it.
 *
 * Migrations run this text, so once released it stays as it is: a change is a new constant and a new migration.
 */
export const RECORDING_SQL = `
  create function recording_instant() returns timestamptz language plpgsql as $$
  declare said timestamptz := nullif(current_setting('app.recorded_at', true), '')::timestamptz;
  begin
    if said is null or said < transaction_timestamp() or said > clock_timestamp() then
      said := clock_timestamp();
      perform set_config('app.recorded_at', said::text, true);
    end if;
    return said;
  end $$;
  create or replace function stamp_origin() returns trigger language plpgsql as $$
  begin
    if is_demonstration() then
      new.origin := 'SYNTHETIC';
    elsif new.origin = 'SYNTHETIC' then
      raise exception 'Synthetic rows are refused: this database is not for demonstration.' using errcode = 'TC002';
    else
      -- when something was recorded is not the writer's to say; only made-up histories lie in the past
      new.recorded_from := recording_instant();
      new.recorded_to := null;
    end if;
    return new;
  end $$;
  create or replace function keep_recorded() returns trigger language plpgsql as $$
  begin
    if tg_op = 'DELETE' or old.recorded_to is not null
       or to_jsonb(new) - 'recorded_to' <> to_jsonb(old) - 'recorded_to' then
      raise exception 'A recorded row is never changed, only closed.' using errcode = 'TC003';
    end if;
    if not is_demonstration() then
      new.recorded_to := recording_instant();
    end if;
    return new;
  end $$;`;

/**
 * The same rule, told by comparing the rows as they are stored: making JSON of both was most of what closing a row took.
 * It is stricter by what JSON does not show: 1.0 in place of 1.00 is a change as well.
 *
 * Migrations run this text, so once released it stays as it is: a change is a new constant and a new migration.
 */
export const KEEP_RECORDED_SQL = `
  create or replace function keep_recorded() returns trigger language plpgsql as $$
  declare closed record;
  begin
    if tg_op = 'UPDATE' and old.recorded_to is null then
      closed := old;
      closed.recorded_to := new.recorded_to;
      if closed *= new then
        if not is_demonstration() then
          new.recorded_to := recording_instant();
        end if;
        return new;
      end if;
    end if;
    raise exception 'A recorded row is never changed, only closed.' using errcode = 'TC003';
  end $$;`;
