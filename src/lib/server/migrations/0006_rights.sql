-- Which units lie within which, each within itself too; filled from the reference data at every start.
create table unit_within (
  unit_type text not null,
  unit_id text not null,
  within_type text not null,
  within_id text not null,
  chain text not null,
  primary key (unit_type, unit_id, within_type, within_id)
);
create index unit_within_chain on unit_within (chain);
alter table unit_within enable row level security;
grant select on unit_within to regionspeil_app;
create policy everyone_reads on unit_within for select using (true);

-- What each municipality has chosen, or an administrator for it; no row means the default of both.
create table municipality_setting (
  municipality_no text primary key check (municipality_no ~ '^\d{4}$'),
  takes_links boolean not null default true,
  is_read_only boolean not null default false,
  changed_at timestamptz not null
);
alter table municipality_setting enable row level security;
grant select, insert, update on municipality_setting to regionspeil_app;
create policy everyone_reads on municipality_setting for select using (true);

-- Someone who came by representation has no address.
alter table person alter column email drop not null;

alter table role_grant drop constraint role_grant_role_check;
alter table role_grant drop constraint role_grant_unit_type_check;
alter table role_grant
  add column granted_by uuid references person,
  add column source text not null default 'given' check (source in ('given', 'representation')),
  add constraint role_grant_unit_fits_role check (
    case role
      when 'respondent' then unit_type = 'municipality'
      when 'adviser' then unit_type = 'korus_region'
      when 'governor' then unit_type = 'county'
      when 'case_officer' then unit_type = 'advisory_unit'
      when 'unit_leader' then unit_type = 'advisory_unit'
      when 'archivist' then unit_type = 'advisory_unit'
      when 'administrator' then unit_type in ('country', 'korus_region', 'county', 'municipality')
      else false
    end
  );
create index role_grant_by_unit on role_grant (unit_type, unit_id);
grant update (valid_until, granted_at, granted_by, source) on role_grant to regionspeil_app;

-- A person's invitation ties the account they sign in with to the person they were invited as.
create table invitation (
  token_hash bytea primary key,
  person_id uuid not null references person,
  created_by uuid references person,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index invitation_by_person on invitation (person_id);
alter table invitation enable row level security;
grant select, insert, update, delete on invitation to regionspeil_app;
create policy system_all on invitation for all using (app_actor() = 'system') with check (app_actor() = 'system');

delete from session;
alter table session
  add column id uuid not null unique,
  add column method text not null check (method in ('email', 'oidc', 'demonstration')),
  add column provider text,
  add column issuer text,
  add column sid text,
  add column acr text,
  add column organisation text,
  add column sealed_id_token bytea,
  add column address text,
  add column device text;
create index session_by_person on session (person_id);
create index session_by_sid on session (issuer, sid) where sid is not null;

alter table assignment add column link_edition integer not null default 0;
grant update (link_hash, link_edition) on assignment to regionspeil_app;

-- The grants that hold now of the person who acts; signing in by e-mail gives no more than answering, where the
-- municipality takes answers by link.
create function app_grants() returns table (role text, unit_type text, unit_id text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select role, unit_type, unit_id
  from role_grant
  where person_id = app_person()
    and (valid_until is null or valid_until > now())
    and (
      coalesce(current_setting('app.scope', true), '') <> 'answers'
      or role = 'respondent' and not exists (
        select from municipality_setting as setting where setting.municipality_no = unit_id and not setting.takes_links
      )
    )
$$;

-- An administrator of a KORUS region manages grants there and sees nothing else: only advisers have the region's rounds.
create or replace function app_regions() returns setof text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select unit_id from app_grants() where role = 'adviser'
$$;

-- The municipality a respondent answers for: with a link while the municipality takes links, or signed in with a grant.
create or replace function app_municipality() returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select asked.municipality_no
  from (select nullif(current_setting('app.municipality_no', true), '') as municipality_no) as asked
  where case
    when app_person() is null then not exists (
      select from municipality_setting as setting
      where setting.municipality_no = asked.municipality_no and not setting.takes_links
    )
    else exists (
      select from app_grants() as mine where mine.role = 'respondent' and mine.unit_id = asked.municipality_no
    )
  end
$$;

-- Who may give and withdraw a grant; the same rule as mayGive in domain/access.ts, and a test compares them.
create function app_may_give(given_role text, given_unit_type text, given_unit_id text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select app_actor() = 'person' and exists (
    select
    from app_grants() as mine
    join unit_within as place on place.within_type = mine.unit_type and place.within_id = mine.unit_id
    where place.unit_type = given_unit_type
      and place.unit_id = given_unit_id
      and case mine.role
        when 'administrator' then
          mine.unit_type = 'municipality' or given_role not in ('case_officer', 'unit_leader', 'archivist')
        when 'unit_leader' then given_role in ('case_officer', 'archivist')
        when 'adviser' then given_role = 'respondent'
        when 'respondent' then given_role = 'respondent'
        else false
      end
  )
$$;

-- Whether one of the person's grants in these roles covers a unit.
create function app_covers(roles text[], of_unit_type text, of_unit_id text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select app_actor() = 'person' and exists (
    select
    from app_grants() as mine
    join unit_within as place on place.within_type = mine.unit_type and place.within_id = mine.unit_id
    where mine.role = any (roles) and place.unit_type = of_unit_type and place.unit_id = of_unit_id
  )
$$;

-- Whether the person who acts may give or withdraw any of the grants that another has or has had.
create function app_manages_person(other uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (
    select from role_grant where person_id = other and app_may_give(role, unit_type, unit_id)
  )
$$;

-- Whether the person who acts may give every grant that another holds: only then is the other's sign-in theirs to end.
create function app_gives_all_of(other uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(bool_and(app_may_give(role, unit_type, unit_id)), false)
  from role_grant
  where person_id = other and (valid_until is null or valid_until > now())
$$;

-- The person with an address, added when nobody has it: whoever gives grants need not see who else is known.
create function app_admit_person(new_id uuid, new_name text, new_email text, at timestamptz) returns uuid
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  found_id uuid;
begin
  if app_actor() = 'person' and not exists (select from app_grants()) then
    raise exception 'who has no grant admits nobody' using errcode = 'insufficient_privilege';
  end if;
  if coalesce(app_actor(), 'public') = 'public' then
    raise exception 'the public admits nobody' using errcode = 'insufficient_privilege';
  end if;
  insert into person (id, name, email, created_at) values (new_id, new_name, lower(new_email), at)
  on conflict (email) do nothing;
  select id into found_id from person where email = lower(new_email);
  return found_id;
end
$$;
revoke execute on function app_admit_person(uuid, text, text, timestamptz) from public;
grant execute on function app_admit_person(uuid, text, text, timestamptz) to regionspeil_app;

create policy own_or_managed on person for select
  using (app_actor() = 'person' and (id = app_person() or app_manages_person(id)));

create policy own_or_managed on role_grant for select
  using (app_actor() = 'person' and (person_id = app_person() or app_may_give(role, unit_type, unit_id)));
-- Nobody gives themselves a role, nor prolongs one; a respondent hands over by ending their own.
create policy given_to_others on role_grant for insert
  with check (app_may_give(role, unit_type, unit_id) and person_id <> app_person() and granted_by = app_person());
create policy changed_for_others on role_grant for update
  using (app_may_give(role, unit_type, unit_id) and (person_id <> app_person() or role = 'respondent'))
  with check (
    app_actor() = 'person' and (person_id <> app_person() or (role = 'respondent' and valid_until <= now()))
  );

create policy own_or_managed_reads on session for select
  using (app_actor() = 'person' and (person_id = app_person() or app_gives_all_of(person_id)));
create policy own_or_managed_ends on session for delete
  using (app_actor() = 'person' and (person_id = app_person() or app_gives_all_of(person_id)));

create policy administrator_adds on municipality_setting for insert
  with check (app_covers(array['administrator'], 'municipality', municipality_no));
create policy administrator_changes on municipality_setting for update
  using (app_covers(array['administrator'], 'municipality', municipality_no))
  with check (app_covers(array['administrator'], 'municipality', municipality_no));
create policy system_all on municipality_setting for all
  using (app_actor() = 'system') with check (app_actor() = 'system');

-- A municipality that is read-only changes nothing of its answers.
create function app_is_read_only(of_municipality text) returns boolean
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from municipality_setting where municipality_no = of_municipality and is_read_only)
$$;
create policy not_read_only on report as restrictive for insert
  with check (not app_is_read_only(municipality_no));
create policy not_read_only_begins on draft as restrictive for insert
  with check (not app_is_read_only(municipality_no));
create policy not_read_only_saves on draft as restrictive for update
  using (true) with check (not app_is_read_only(municipality_no));

-- Whoever answers for a municipality by a grant sees which rounds expect it.
create policy respondent_person_reads on assignment for select
  using (
    app_actor() = 'person'
    and municipality_no in (select unit_id from app_grants() where role = 'respondent')
  );

-- Handing over changes whom a round writes to, and makes the old link stop.
create policy respondent_hands_over on assignment for update
  using (app_actor() = 'respondent' and municipality_no = app_municipality() and round_id = app_round())
  with check (app_actor() = 'respondent' and municipality_no = app_municipality() and round_id = app_round());
create policy adviser_replaces on assignment for update
  using (app_actor() = 'person' and app_covers(array['adviser', 'respondent'], 'municipality', municipality_no))
  with check (app_actor() = 'person' and app_covers(array['adviser', 'respondent'], 'municipality', municipality_no));

-- Whoever may change something puts the mail about it in the outbox, and reads nothing there.
create policy respondent_writes on message for insert with check (app_actor() = 'respondent' and status = 'queued');
create policy person_writes on message for insert
  with check (app_actor() = 'person' and status = 'queued' and exists (select from app_grants()));

-- Audit: from where, what was there before and after, and a head of each chain that shows when its end is cut off.
alter table audit drop constraint audit_chain_check;
alter table audit
  add column origin text,
  add column change jsonb,
  add constraint audit_chain_check check (chain ~ '^([0-9]{2}|[0-9]{4}|[a-z][a-z0-9-]{1,30})$');

create table audit_head (
  chain text primary key,
  length bigint not null,
  sequence bigint not null,
  hash bytea not null
);
alter table audit_head enable row level security;
grant select on audit_head to regionspeil_app;
create policy system_reads on audit_head for select using (app_actor() = 'system');
insert into audit_head
select distinct on (chain) chain, count(*) over (partition by chain), sequence, hash
from audit
order by chain, sequence desc;

-- Rows from before these columns keep the hash they were given.
create or replace function audit_hash(entry audit) returns bytea
language plpgsql stable
as $$
declare
  content jsonb := jsonb_build_array(
    entry.sequence,
    entry.chain,
    to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    entry.actor_kind,
    entry.actor_id,
    entry.action,
    entry.subject,
    entry.detail
  );
begin
  if entry.origin is not null or entry.change is not null then
    content := content || jsonb_build_array(entry.origin, entry.change);
  end if;
  return sha256(entry.previous_hash || convert_to(content::text, 'UTF8'));
end
$$;

create or replace function audit_append() returns trigger
language plpgsql
security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
  head audit_head;
begin
  perform pg_advisory_xact_lock(hashtextextended('audit ' || new.chain, 0));
  select chain, length, sequence, hash into head from audit_head where chain = new.chain;
  new.sequence := nextval('audit_sequence');
  new.actor_kind := coalesce(app_actor(), 'owner');
  new.actor_id := case app_actor()
    when 'person' then app_person()::text
    when 'respondent' then coalesce(
      app_person()::text,
      app_round() || '/' || nullif(current_setting('app.municipality_no', true), '')
    )
    when 'system' then app_task()
  end;
  new.origin := nullif(current_setting('app.origin', true), '');
  new.previous_hash := coalesce(head.hash, ''::bytea);
  new.hash := audit_hash(new);
  insert into audit_head (chain, length, sequence, hash) values (new.chain, 1, new.sequence, new.hash)
  on conflict (chain) do update
    set length = audit_head.length + 1, sequence = excluded.sequence, hash = excluded.hash;
  return new;
end
$$;
grant insert (change) on audit to regionspeil_app;

-- Who writes in which chain: a respondent in its municipality's, a person in those of the units their grants cover, and in
-- the system's only of sessions that ended and mail that was queued; the public in none.
alter policy audit_insert on audit with check (
  case app_actor()
    when 'system' then true
    when 'respondent' then chain = app_municipality() or (chain = 'system' and action = 'message_queued')
    when 'person' then
      exists (
        select
        from unit_within as place
        join app_grants() as mine on place.within_type = mine.unit_type and place.within_id = mine.unit_id
        where place.chain = audit.chain
      )
      or (chain = 'system' and action in ('session_ended', 'message_queued'))
    else false
  end
);

-- Who reads the audit of a unit, and who of them what the answers were: administrators never do. What was done with
-- cases is for their own municipality.
create function app_reads_audit(of_chain text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select app_actor() = 'person' and exists (
    select
    from app_grants() as mine
    join unit_within as place on place.within_type = mine.unit_type and place.within_id = mine.unit_id
    where place.chain = of_chain
      and case place.unit_type
        when 'advisory_unit' then
          mine.role in ('unit_leader', 'archivist') or mine.role = 'administrator' and mine.unit_type = 'municipality'
        else mine.role in ('administrator', 'adviser', 'respondent', 'unit_leader', 'archivist')
      end
  )
$$;

create function app_audit(of_chain text, before bigint, most integer) returns table (
  sequence bigint,
  at timestamptz,
  actor_kind text,
  actor_id text,
  actor_name text,
  action text,
  subject text,
  subject_name text,
  detail jsonb,
  origin text,
  change jsonb
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select
    audit.sequence, audit.at, audit.actor_kind, audit.actor_id, actor.name, audit.action, audit.subject,
    concerned.name, audit.detail, audit.origin,
    case
      when app_covers(array['adviser', 'respondent'], 'municipality', of_chain) then audit.change
    end
  from audit
  left join person as actor on actor.id::text = audit.actor_id
  left join person as concerned on concerned.id::text = audit.subject
  where audit.chain = of_chain
    and audit.sequence < before
    and app_reads_audit(of_chain)
  order by audit.sequence desc
  limit most
$$;
revoke execute on function app_audit(text, bigint, integer) from public;
grant execute on function app_audit(text, bigint, integer) to regionspeil_app;
