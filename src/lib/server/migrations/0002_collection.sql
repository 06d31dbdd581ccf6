create table person (
  id uuid primary key,
  name text not null check (name <> ''),
  email text not null unique check (email = lower(email) and position('@' in email) > 1),
  created_at timestamptz not null
);

create table role_grant (
  person_id uuid not null references person,
  role text not null check (role in ('adviser')),
  unit_type text not null check (unit_type in ('korus_region')),
  unit_id text not null,
  valid_until timestamptz,
  granted_at timestamptz not null,
  primary key (person_id, role, unit_type, unit_id)
);

create table login_link (
  token_hash bytea primary key,
  person_id uuid not null references person,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table session (
  token_hash bytea primary key,
  person_id uuid not null references person,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);

create table round (
  id text primary key,
  korus_region text not null,
  slug text not null,
  name text not null,
  questionnaire_id text not null,
  questionnaire_version integer not null,
  period_start date not null,
  period_end date not null,
  opens_at timestamptz not null,
  deadline_at timestamptz not null,
  freezes_at timestamptz not null,
  data_kind text not null check (data_kind in ('reported', 'synthetic', 'published')),
  unique (korus_region, slug),
  check (period_start < period_end),
  check (opens_at < deadline_at and deadline_at <= freezes_at)
);

create table assignment (
  municipality_no text not null check (municipality_no ~ '^\d{4}$'),
  round_id text not null references round,
  korus_region text not null,
  status text not null default 'expected' check (status in ('expected', 'covered_by_host', 'declined')),
  covered_by text,
  contact_name text,
  contact_email text,
  link_hash bytea not null unique,
  revision integer not null default 1,
  primary key (municipality_no, round_id),
  check ((status = 'covered_by_host') = (covered_by is not null))
);
create index assignment_by_round on assignment (round_id);

create table draft (
  municipality_no text not null,
  round_id text not null,
  fields jsonb not null,
  saved_at timestamptz not null,
  primary key (municipality_no, round_id),
  foreign key (municipality_no, round_id) references assignment
);

create table report (
  municipality_no text not null,
  round_id text not null,
  version integer not null check (version > 0),
  sequence bigint generated always as identity,
  answers jsonb not null,
  reasons jsonb not null,
  hash text not null,
  submitted_at timestamptz not null,
  submitted_by text not null check (submitted_by <> ''),
  channel text not null check (channel in ('web', 'import', 'phone')),
  primary key (municipality_no, round_id, version),
  foreign key (municipality_no, round_id) references assignment
);
create index report_by_round on report (round_id, sequence);

create table message (
  id uuid primary key,
  recipient text not null,
  subject text not null,
  body text,
  status text not null default 'queued' check (status in ('queued', 'sent', 'failed')),
  attempts integer not null default 0,
  created_at timestamptz not null,
  due_at timestamptz not null,
  sent_at timestamptz
);
create index message_due on message (due_at) where status = 'queued';

-- The person's own grants decide which regions are theirs; a grant that has run out gives nothing.
create function app_regions() returns setof text
language sql stable security definer set search_path = pg_catalog, public as $$
  select unit_id
  from role_grant
  where person_id = app_person()
    and unit_type = 'korus_region'
    and (valid_until is null or valid_until > now())
$$;

alter table person enable row level security;
alter table role_grant enable row level security;
alter table login_link enable row level security;
alter table session enable row level security;
alter table round enable row level security;
alter table assignment enable row level security;
alter table draft enable row level security;
alter table report enable row level security;
alter table message enable row level security;

grant select, insert on person, role_grant, round, assignment, report to regionspeil_app;
grant update (revision, status, covered_by, contact_name, contact_email) on assignment to regionspeil_app;
grant select, insert, update, delete on draft to regionspeil_app;
grant select, insert, update, delete on session, login_link, message to regionspeil_app;

create policy system_all on person for all using (app_actor() = 'system') with check (app_actor() = 'system');
create policy system_all on role_grant for all using (app_actor() = 'system') with check (app_actor() = 'system');
create policy system_all on login_link for all using (app_actor() = 'system') with check (app_actor() = 'system');
create policy system_all on session for all using (app_actor() = 'system') with check (app_actor() = 'system');
create policy system_all on message for all using (app_actor() = 'system') with check (app_actor() = 'system');
create policy system_all on round for all using (app_actor() = 'system') with check (app_actor() = 'system');
create policy system_all on assignment for all using (app_actor() = 'system') with check (app_actor() = 'system');
create policy system_reads on report for select using (app_actor() = 'system');
create policy system_imports on report for insert with check (app_actor() = 'system' and channel = 'import');

create policy everyone_reads on round for select using (true);

create policy respondent_reads on assignment for select
  using (app_actor() = 'respondent' and municipality_no = app_municipality() and round_id = app_round());
create policy adviser_reads on assignment for select
  using (app_actor() = 'person' and korus_region in (select app_regions()));

create policy respondent_owns on draft for all
  using (app_actor() = 'respondent' and municipality_no = app_municipality() and round_id = app_round())
  with check (app_actor() = 'respondent' and municipality_no = app_municipality() and round_id = app_round());

create policy respondent_reads on report for select
  using (app_actor() = 'respondent' and municipality_no = app_municipality() and round_id = app_round());
create policy respondent_submits on report for insert
  with check (
    app_actor() = 'respondent' and municipality_no = app_municipality() and round_id = app_round() and channel = 'web'
  );
create policy adviser_reads on report for select
  using (
    app_actor() = 'person'
    and exists (
      select 1
      from assignment
      where assignment.municipality_no = report.municipality_no
        and assignment.round_id = report.round_id
    )
  );
