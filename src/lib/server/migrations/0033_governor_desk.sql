-- The municipalities that the person who acts follows up: of the counties of a county governor's adviser, and of the KORUS
-- regions that are advised. Both see the same follow-up, so that nobody is called twice.
create function app_followed_municipalities() returns setof text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select distinct place.unit_id
  from app_grants() as mine
  join unit_within as place on place.within_type = mine.unit_type and place.within_id = mine.unit_id
  where app_actor() = 'person' and mine.role in ('governor', 'adviser') and place.unit_type = 'municipality'
$$;
revoke execute on function app_followed_municipalities() from public;
grant execute on function app_followed_municipalities() to regionspeil_app;

create index report_with_coverage on report (round_id, municipality_no) where coverage is not null;

-- The same as app_county_answers, for every settled round of the municipalities that are followed up, in one statement, and of
-- the answers only these keys: never an open round, a draft, a name or a reason, and of others only who answers for whom.
create function app_desk_answers(keys text[], of_municipality text, most integer) returns table (
  round_id text,
  municipality_no text,
  status text,
  covered_by text,
  cover_ruling text,
  cover_ruling_host text,
  version integer,
  answers jsonb,
  coverage jsonb,
  is_followed boolean
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with own as materialized (
    select number
    from app_followed_municipalities() as number
    where of_municipality is null or number = of_municipality
  ),
  settled as materialized (
    select newest.id
    from (
      select round.id, row_number() over (partition by round.korus_region order by round.period_end desc, round.id) as place
      from round
      where round_is_settled(round, now())
        and round.data_kind <> 'published'
        and exists (
          select
          from assignment
          where assignment.round_id = round.id and assignment.municipality_no in (select number from own)
        )
    ) as newest
    where newest.place <= most
  ),
  wanted as (
    select assignment.round_id, assignment.municipality_no
    from own
    join assignment on assignment.municipality_no = own.number
    where assignment.round_id in (select id from settled)
    union
    select report.round_id, report.municipality_no
    from report
    where report.coverage is not null and report.round_id in (select id from settled)
    union
    select assignment.round_id, assignment.covered_by
    from assignment
    where assignment.covered_by is not null and assignment.round_id in (select id from settled)
  )
  select
    assignment.round_id, assignment.municipality_no, assignment.status, assignment.covered_by,
    assignment.cover_ruling, assignment.cover_ruling_host, newest.version,
    case
      when newest.version is null then null
      when own.number is null then '{}'
      else (
        select coalesce(jsonb_object_agg(asked.key, newest.answers -> asked.key), '{}')
        from unnest(keys) as asked (key)
        where newest.answers ? asked.key
      )
    end,
    case
      when newest.coverage ->> 'kind' = 'each' then jsonb_build_object('kind', 'each', 'figures', (
        select coalesce(
          jsonb_object_agg(figure.key, case when figure.key in (select number from own) then figure.value else '{}' end),
          '{}'
        )
        from jsonb_each(newest.coverage -> 'figures') as figure
      ))
      else newest.coverage
    end,
    own.number is not null
  from wanted
  join assignment on assignment.round_id = wanted.round_id and assignment.municipality_no = wanted.municipality_no
  left join lateral (
    select report.version, report.answers, report.coverage
    from report
    where report.round_id = assignment.round_id and report.municipality_no = assignment.municipality_no
    order by report.version desc
    limit 1
  ) as newest on true
  left join own on own.number = assignment.municipality_no
  order by assignment.round_id, assignment.municipality_no
$$;
revoke execute on function app_desk_answers(text[], text, integer) from public;
grant execute on function app_desk_answers(text[], text, integer) to regionspeil_app;

-- The duty that a question of a core or a region is about; the same rule as dutyOf in domain/duty.ts, and a test compares them.
create function duty_of(key text) returns text
language sql immutable parallel safe
return case
  when key = 'web_info' then 'web_info'
  when key ~ '(^|_)(written_routine|skriftlig_rutine)$' then 'written_routine'
  when key ~ '(^|_)(cooperation_agreement|samarbeidsavtale)$' then 'cooperation_agreement'
  when key ~ '(^|_)(prosecution_contact|kontaktpunkt)$' then 'prosecution_contact'
end;

-- What a municipality has promised, by an answer or in a talk, and until when.
create table promise (
  municipality_no text not null check (municipality_no ~ '^\d{4}$'),
  id uuid not null,
  duty text not null check (duty in ('web_info', 'written_routine', 'cooperation_agreement', 'prosecution_contact', 'other')),
  text text not null check (length(text) <= 200),
  owner text not null check (length(owner) <= 100),
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'renewed', 'kept', 'broken', 'withdrawn')),
  round_id text references round,
  answer_round text references round,
  answer_version integer,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (municipality_no, id),
  check (duty <> 'other' or text <> ''),
  check ((answer_round is null) = (answer_version is null)),
  check (round_id is null or answer_round is not null)
);
create unique index promise_standing on promise (municipality_no, duty)
where duty <> 'other' and state in ('open', 'renewed');

-- What became of a promise. `round_id`: an answer in that round said it; otherwise somebody did, by name.
create table promise_event (
  municipality_no text not null,
  promise_id uuid not null,
  position integer not null check (position > 0),
  at timestamptz not null,
  event text not null check (event in ('make', 'keep', 'break', 'renew', 'withdraw', 'reopen', 'remind')),
  due_on date not null,
  round_id text references round,
  by_name text,
  primary key (municipality_no, promise_id, position),
  foreign key (municipality_no, promise_id) references promise on delete cascade,
  check ((round_id is null) <> (by_name is null))
);

-- What was said with a municipality, by whom of those who follow it up, and who does what next. Nothing of persons in cases.
create table follow_contact (
  municipality_no text not null check (municipality_no ~ '^\d{4}$'),
  id uuid not null,
  at timestamptz not null,
  happened_on date not null,
  kind text not null check (kind in ('call', 'meeting', 'letter', 'note')),
  text text not null check (length(text) <= 1000),
  written_by uuid not null references person,
  writer_name text not null,
  side text not null check (side in ('governor', 'korus')),
  next_on date,
  next_side text check (next_side in ('governor', 'korus')),
  done_at timestamptz,
  primary key (municipality_no, id),
  check ((next_on is null) = (next_side is null)),
  check (done_at is null or next_on is not null)
);

alter table promise enable row level security;
alter table promise_event enable row level security;
alter table follow_contact enable row level security;

grant select, insert on promise, promise_event, follow_contact to regionspeil_app;
grant update (state, due_on, owner, answer_round, answer_version, changed_at) on promise to regionspeil_app;
grant update (done_at) on follow_contact to regionspeil_app;
grant delete on follow_contact to regionspeil_app;

create policy system_all on promise for all
  using ((select app_actor()) = 'system') with check ((select app_actor()) = 'system');
create policy follower_reads on promise for select
  using (municipality_no in (select app_followed_municipalities()));
-- What somebody writes down comes from a talk: only the store itself reads promises out of answers.
create policy follower_adds on promise for insert
  with check (
    municipality_no in (select app_followed_municipalities()) and round_id is null and answer_round is null
  );
create policy follower_changes on promise for update
  using (municipality_no in (select app_followed_municipalities()))
  with check (municipality_no in (select app_followed_municipalities()));
create policy own_reads on promise for select
  using ((select app_actor()) = 'respondent' and municipality_no = (select app_municipality()));

create policy system_all on promise_event for all
  using ((select app_actor()) = 'system') with check ((select app_actor()) = 'system');
create policy follower_reads on promise_event for select
  using (municipality_no in (select app_followed_municipalities()));
create policy follower_adds on promise_event for insert
  with check (municipality_no in (select app_followed_municipalities()) and round_id is null);

create policy follower_reads on follow_contact for select
  using (municipality_no in (select app_followed_municipalities()));
create policy follower_adds on follow_contact for insert
  with check (municipality_no in (select app_followed_municipalities()) and written_by = app_person());
create policy follower_does on follow_contact for update
  using (municipality_no in (select app_followed_municipalities()))
  with check (municipality_no in (select app_followed_municipalities()));
create policy own_removes on follow_contact for delete
  using (municipality_no in (select app_followed_municipalities()) and written_by = app_person());

-- That KORUS has called, and when they call next: for those who follow the municipality up, without what was said.
create function app_desk_calls() returns table (municipality_no text, last_on date, by_name text, next_on date)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select distinct on (note.municipality_no)
    note.municipality_no, (note.at at time zone 'Europe/Oslo')::date, person.name, note.next_date
  from contact_note as note
  join person on person.id = note.written_by
  where note.municipality_no in (select app_followed_municipalities()) and note.outcome <> 'note'
  order by note.municipality_no, note.at desc
$$;
revoke execute on function app_desk_calls() from public;
grant execute on function app_desk_calls() to regionspeil_app;

-- The address that a municipality is written to at, and in which language: its shared mailbox before its person.
create function app_desk_address(of_municipality text) returns table (email text, language text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select contact.email, contact.language
  from contact
  where contact.municipality_no = of_municipality
    and contact.municipality_no in (select app_followed_municipalities())
    and contact.valid_until is null
    and contact.bounced_at is null
    and contact.email is not null
  order by contact.kind
  limit 1
$$;
revoke execute on function app_desk_address(text) from public;
grant execute on function app_desk_address(text) to regionspeil_app;
