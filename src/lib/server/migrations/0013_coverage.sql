-- Who else a report speaks of: the municipalities a host answers for, or the host that answers for the one that sent it.
alter table report add column coverage jsonb
  check (coverage ->> 'kind' in ('whole', 'each', 'answered_by', 'not_answered_by'));

-- What an adviser has decided where two say different things: the host's answer holds, or the municipality's own.
alter table assignment
  add column cover_ruling text check (cover_ruling in ('host', 'own')),
  add column cover_ruling_host text check (cover_ruling_host <> municipality_no),
  add column cover_ruled_by uuid references person,
  add column cover_ruled_at timestamptz,
  add check ((cover_ruling is not distinct from 'host') = (cover_ruling_host is not null)),
  add check ((cover_ruling is null) = (cover_ruled_at is null) and (cover_ruling is null) = (cover_ruled_by is null));
grant update (cover_ruling, cover_ruling_host, cover_ruled_by, cover_ruled_at) on assignment to regionspeil_app;

-- The policies of assignment let the municipality change its own row too; what is decided is its adviser's alone.
create function cover_ruling_check() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  if current_user = 'regionspeil_app'
    and app_actor() is distinct from 'system'
    and not (
      app_actor() = 'person'
      and new.korus_region in (select app_regions())
      and (new.cover_ruled_by is null or new.cover_ruled_by = app_person())
    )
  then
    raise insufficient_privilege using message = 'only an adviser of the region decides whose answer holds';
  end if;
  return new;
end
$$;
create trigger cover_ruling_check
before update of cover_ruling, cover_ruling_host, cover_ruled_by, cover_ruled_at on assignment
for each row execute function cover_ruling_check();

-- The reports of the respondent's round that count, for the functions below only.
create function app_said() returns table (municipality_no text, version integer, coverage jsonb)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select distinct on (report.municipality_no) report.municipality_no, report.version, report.coverage
  from report
  where report.round_id = app_round()
    and app_actor() = 'respondent'
    and app_municipality() is not null
  order by report.municipality_no, report.version desc
$$;
revoke execute on function app_said() from public;

-- Whether what a report says of others names a municipality.
create function names_municipality(coverage jsonb, municipality_no text) returns boolean
language sql immutable set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(
    case coverage ->> 'kind'
      when 'whole' then coverage -> 'municipalities' ? municipality_no
      when 'each' then coverage -> 'figures' ? municipality_no
    end,
    false
  )
$$;

-- The municipalities that a respondent's round expects, and whether the list has them under the respondent's own.
create function app_round_members() returns table (municipality_no text, is_expected boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select assignment.municipality_no, assignment.covered_by is not distinct from app_municipality()
  from assignment
  where assignment.round_id = app_round()
    and app_actor() = 'respondent'
    and assignment.municipality_no <> app_municipality()
$$;
revoke execute on function app_round_members() from public;
grant execute on function app_round_members() to regionspeil_app;

-- A respondent learns which hosts name its municipality, and whether a host that it or the list points to has answered;
-- never what any of them answered, nor whom else they name.
create function app_hosts() returns table (host text, has_answered boolean, names_me boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with pointed as (
    select covered_by as host
    from assignment
    where municipality_no = app_municipality() and round_id = app_round()
    union
    select coverage ->> 'host'
    from app_said()
    where municipality_no = app_municipality()
  )
  select
    assignment.municipality_no,
    said.municipality_no is not null
      and coalesce(said.coverage ->> 'kind' not in ('answered_by', 'not_answered_by'), true),
    names_municipality(said.coverage, app_municipality())
  from assignment
  left join app_said() as said on said.municipality_no = assignment.municipality_no
  where assignment.round_id = app_round()
    and app_actor() = 'respondent'
    and assignment.municipality_no <> app_municipality()
    and (
      names_municipality(said.coverage, app_municipality())
      or assignment.municipality_no in (select pointed.host from pointed)
    )
  order by assignment.municipality_no
$$;
revoke execute on function app_hosts() from public;
grant execute on function app_hosts() to regionspeil_app;

-- Those that the respondent's newest version names and no earlier one did, with what their own link is made from.
create function app_newly_covered() returns table (municipality_no text, link_edition integer, takes_links boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select assignment.municipality_no, assignment.link_edition, coalesce(setting.takes_links, true)
  from assignment
  join app_said() as mine on mine.municipality_no = app_municipality()
  left join municipality_setting as setting on setting.municipality_no = assignment.municipality_no
  where assignment.round_id = app_round()
    and assignment.contact_email is not null
    and names_municipality(mine.coverage, assignment.municipality_no)
    and not exists (
      select
      from report as earlier
      where earlier.municipality_no = app_municipality()
        and earlier.round_id = app_round()
        and earlier.version < mine.version
        and names_municipality(earlier.coverage, assignment.municipality_no)
    )
$$;
revoke execute on function app_newly_covered() from public;
grant execute on function app_newly_covered() to regionspeil_app;

-- Puts a mail to the contact of one of those in the outbox; the respondent who causes it never sees the address.
create function app_tell_covered(covered text, message_id uuid, subject text, body text, at timestamptz) returns boolean
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  with queued as (
    insert into message (id, recipient, subject, body, created_at, due_at)
    select message_id, assignment.contact_email, app_tell_covered.subject, app_tell_covered.body, at, at
    from assignment
    join app_newly_covered() as newly on newly.municipality_no = assignment.municipality_no
    where assignment.round_id = app_round() and assignment.municipality_no = covered
    returning id
  )
  select exists (select from queued)
$$;
revoke execute on function app_tell_covered(text, uuid, text, text, timestamptz) from public;
grant execute on function app_tell_covered(text, uuid, text, text, timestamptz) to regionspeil_app;
