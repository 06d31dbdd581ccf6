do $$
begin
  if not exists (select from pg_roles where rolname = 'regionspeil_app') then
    create role regionspeil_app nologin;
  end if;
exception
  when duplicate_object or unique_violation then null;
end
$$;

do $$
declare
  needed text := case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end;
begin
  if not pg_has_role(current_user, 'regionspeil_app', needed) then
    grant regionspeil_app to current_user;
  end if;
end
$$;

grant usage on schema public to regionspeil_app;

create function app_actor() returns text
language sql stable parallel safe
return nullif(current_setting('app.actor_kind', true), '');

create function app_person() returns uuid
language sql stable parallel safe
return nullif(current_setting('app.person_id', true), '')::uuid;

create function app_round() returns text
language sql stable parallel safe
return nullif(current_setting('app.round_id', true), '');

create function app_municipality() returns text
language sql stable parallel safe
return nullif(current_setting('app.municipality_no', true), '');

create function app_task() returns text
language sql stable parallel safe
return nullif(current_setting('app.task', true), '');

create sequence audit_sequence;

create table audit (
  sequence bigint not null,
  chain text not null check (chain ~ '^([0-9]{4}|system)$'),
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('public', 'respondent', 'person', 'system', 'owner')),
  actor_id text,
  action text not null check (action <> ''),
  subject text not null,
  detail jsonb not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (chain, sequence),
  unique (chain, previous_hash)
);

create function audit_hash(entry audit) returns bytea
language plpgsql stable
as $$
begin
  return sha256(
    entry.previous_hash || convert_to(
      jsonb_build_array(
        entry.sequence,
        entry.chain,
        to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        entry.actor_kind,
        entry.actor_id,
        entry.action,
        entry.subject,
        entry.detail
      )::text,
      'UTF8'
    )
  );
end
$$;

create function audit_append() returns trigger
language plpgsql
security definer
set search_path = public, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('audit ' || new.chain, 0));
  new.sequence := nextval('audit_sequence');
  new.actor_kind := coalesce(app_actor(), 'owner');
  new.actor_id := case app_actor()
    when 'person' then app_person()::text
    when 'respondent' then app_round() || '/' || app_municipality()
    when 'system' then app_task()
  end;
  new.previous_hash := coalesce(
    (select hash from audit where chain = new.chain order by sequence desc limit 1),
    ''::bytea
  );
  new.hash := audit_hash(new);
  return new;
end
$$;

create function audit_refuse() returns trigger
language plpgsql
as $$
begin
  raise exception 'audit rows are never changed' using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_append
before insert on audit
for each row execute function audit_append();

create trigger audit_refuse
before update or delete or truncate on audit
for each statement execute function audit_refuse();

alter table audit enable row level security;

create policy audit_insert on audit
for insert to regionspeil_app
with check (
  app_actor() is not null
  and (app_actor() <> 'respondent' or chain in (app_municipality(), 'system'))
);

create policy audit_select on audit
for select to regionspeil_app
using (app_actor() = 'system');

grant select on audit to regionspeil_app;
grant insert (chain, at, action, subject, detail) on audit to regionspeil_app;
