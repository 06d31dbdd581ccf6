-- The questions a region adds after those of the core, as the form and the checks read them.
alter table round add column addon jsonb not null default '[]' check (jsonb_typeof(addon) = 'array');
grant update (addon) on round to regionspeil_app;

-- What was asked stays what was asked: nobody changes the questions of a round that has been opened.
create function round_addon_check() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  if old.opened_at is not null and new.addon is distinct from old.addon then
    raise exception 'the questions of round % are frozen', old.id
      using errcode = 'check_violation', constraint = 'round_addon_frozen';
  end if;
  return new;
end
$$;

create trigger round_addon_check
before update of addon on round
for each row execute function round_addon_check();
