-- What came in for a municipality's unit from outside, each consignment once; what it holds lies in case_document.
create table case_incoming (
  municipality_no text not null check (municipality_no ~ '^\d{4}$'),
  id uuid not null,
  unit_no text not null references case_unit,
  external_id text not null check (length(external_id) between 1 and 200),
  state text not null check (state in ('waiting', 'unreadable', 'rejected', 'used', 'set_aside')),
  sender_organisation_no text check (sender_organisation_no ~ '^\d{9}$'),
  sent_at timestamptz,
  fetched_at timestamptz not null,
  tried_at timestamptz not null,
  acknowledged_at timestamptz,
  case_municipality_no text,
  case_id uuid,
  reason text check (reason in ('not_a_referral', 'other_receiver', 'known_before')),
  settled_at timestamptz,
  settled_by uuid references person,
  delete_after date,
  primary key (municipality_no, id),
  unique (municipality_no, external_id),
  foreign key (case_municipality_no, case_id) references case_file on delete cascade,
  check ((state = 'used') = (case_id is not null) and (case_id is null) = (case_municipality_no is null)),
  check ((state = 'set_aside') = (reason is not null)),
  check ((state = 'set_aside') = (delete_after is not null))
);

-- The documents of a case, or of what came in and has no case yet: sealed with the municipality's key of this edition, and
-- without the name that the file had.
create table case_document (
  municipality_no text not null,
  id uuid not null,
  unit_no text not null references case_unit,
  case_id uuid,
  incoming_id uuid,
  kind text not null check (kind in ('referral', 'answer')),
  number integer not null check (number > 0),
  ending text not null check (ending ~ '^[a-z]{3,4}$'),
  size integer not null check (size > 0),
  key_edition integer not null,
  content bytea not null,
  added_at timestamptz not null,
  added_by uuid references person,
  primary key (municipality_no, id),
  foreign key (municipality_no, case_id) references case_file on delete cascade,
  foreign key (municipality_no, incoming_id) references case_incoming on delete cascade,
  foreign key (municipality_no, key_edition) references case_key,
  check (num_nonnulls(case_id, incoming_id) = 1)
);
create unique index on case_document (municipality_no, case_id, number) where case_id is not null;
create index on case_document (municipality_no, incoming_id) where incoming_id is not null;

alter table case_incoming enable row level security;
alter table case_document enable row level security;
grant select, delete on case_incoming to regionspeil_app;
grant insert (
  municipality_no, id, unit_no, external_id, state, sender_organisation_no, sent_at, fetched_at, tried_at
) on case_incoming to regionspeil_app;
grant update (
  state, tried_at, acknowledged_at, case_municipality_no, case_id, reason, settled_at, settled_by, delete_after
) on case_incoming to regionspeil_app;
-- Content is read through app_read_case_document only, which tells of it.
grant select (
  municipality_no, id, unit_no, case_id, incoming_id, kind, number, ending, size, key_edition, added_at, added_by
) on case_document to regionspeil_app;
grant insert, delete on case_document to regionspeil_app;
grant update (key_edition, content) on case_document to regionspeil_app;

create policy task_all on case_incoming for all using (app_is_case_task()) with check (app_is_case_task());
create policy unit_reads on case_incoming for select
  using (unit_no in (select app_case_units(array['case_officer', 'unit_leader'])));
create policy officer_settles on case_incoming for update
  using (unit_no in (select app_case_units(array['case_officer'])))
  with check (
    unit_no in (select app_case_units(array['case_officer']))
    and state in ('used', 'set_aside')
    and settled_by is not distinct from (select app_person())
  );

create policy task_all on case_document for all using (app_is_case_task()) with check (app_is_case_task());
create policy unit_reads on case_document for select
  using (unit_no in (select app_case_units(array['case_officer', 'unit_leader', 'archivist'])));
create policy officer_adds on case_document for insert
  with check (
    unit_no in (select app_case_units(array['case_officer']))
    and added_by = (select app_person())
    and exists (
      select
      from case_file
      where case_file.municipality_no = case_document.municipality_no
        and case_file.id = case_id
        and case_file.unit_no = case_document.unit_no
    )
  );
create policy officer_removes on case_document for delete
  using (unit_no in (select app_case_units(array['case_officer'])));

-- A document, still encrypted, for those who may read it now: officers and leader of the unit, an archivist when the case
-- is closed. Each reading is a row of the unit's audit, in the same statement.
create function app_read_case_document(of_municipality text, of_document uuid, purpose text, read_at timestamptz)
returns table (key_edition integer, content bytea)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  held record;
begin
  select document.unit_no, document.case_id, document.incoming_id, file.state
  into held
  from case_document as document
  left join case_file as file on file.municipality_no = document.municipality_no and file.id = document.case_id
  where document.municipality_no = of_municipality and document.id = of_document;
  if not found then
    return;
  end if;
  if not (
    app_is_case_task()
    or held.unit_no in (select app_case_units(array['case_officer', 'unit_leader']))
    or held.state = 'closed' and held.unit_no in (select app_case_units(array['archivist']))
  ) then
    return;
  end if;
  insert into audit (at, chain, action, subject, detail)
  values (
    read_at,
    'unit-' || held.unit_no,
    'case_document_read',
    case when held.case_id is null then 'incoming/' || held.incoming_id else 'case/' || held.case_id end,
    jsonb_build_object('purpose', purpose, 'document', of_document)
  );
  return query
    select document.key_edition, document.content
    from case_document as document
    where document.municipality_no = of_municipality and document.id = of_document;
end
$$;
revoke execute on function app_read_case_document(text, uuid, text, timestamptz) from public;
grant execute on function app_read_case_document(text, uuid, text, timestamptz) to regionspeil_app;

-- With which key the digest of a reference was made: it is made anew with the newest, so that the first can go as well.
alter table case_file add column digest_edition integer not null default 1;
create function app_redigest_case(of_municipality text, of_case uuid, digest bytea, edition integer) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if app_actor() is distinct from 'system' or app_task() is distinct from 'case_key' then
    raise exception 'only the change of keys makes digests anew' using errcode = 'insufficient_privilege';
  end if;
  update case_file
  set reference_digest = digest, digest_edition = edition
  where municipality_no = of_municipality and id = of_case;
end
$$;
revoke execute on function app_redigest_case(text, uuid, bytea, integer) from public;
grant execute on function app_redigest_case(text, uuid, bytea, integer) to regionspeil_app;
