-- A question from an adviser about one figure of a version, or about the whole of it when question_key is null.
create table query_thread (
  municipality_no text not null,
  round_id text not null,
  id uuid not null,
  question_key text check (question_key <> ''),
  version integer not null,
  state text not null check (state in ('asked', 'answered', 'accepted', 'corrected', 'withdrawn')),
  opened_by uuid not null references person,
  opened_at timestamptz not null,
  closed_at timestamptz,
  municipality_mailed_at timestamptz,
  adviser_mailed_at timestamptz,
  primary key (municipality_no, round_id, id),
  foreign key (municipality_no, round_id, version) references report,
  check ((closed_at is null) = (state in ('asked', 'answered')))
);
create unique index query_thread_open on query_thread (municipality_no, round_id, coalesce(question_key, ''))
  where closed_at is null;
create index query_thread_by_round on query_thread (round_id);

create table query_message (
  municipality_no text not null,
  round_id text not null,
  thread_id uuid not null,
  position integer not null check (position > 0),
  event text not null check (event in ('ask', 'answer', 'correct', 'accept', 'ask_again', 'withdraw')),
  at timestamptz not null,
  by_name text not null check (by_name <> ''),
  text text check (text <> ''),
  primary key (municipality_no, round_id, thread_id, position),
  foreign key (municipality_no, round_id, thread_id) references query_thread,
  check (text is not null or event not in ('ask', 'answer', 'ask_again'))
);

-- What an adviser has decided of a version; no row is not reviewed yet, so a new version is so by itself.
create table report_review (
  municipality_no text not null,
  round_id text not null,
  version integer not null,
  state text not null check (state in ('unreviewed', 'accepted', 'returned')),
  reviewed_by uuid not null references person,
  reviewed_by_name text not null check (reviewed_by_name <> ''),
  at timestamptz not null,
  note text check (note <> ''),
  primary key (municipality_no, round_id, version),
  foreign key (municipality_no, round_id, version) references report,
  check ((state = 'returned') = (note is not null))
);
create index report_review_by_round on report_review (round_id);

alter table query_thread enable row level security;
alter table query_message enable row level security;
alter table report_review enable row level security;

grant select, insert on query_thread, query_message, report_review to regionspeil_app;
grant update (state, closed_at, municipality_mailed_at, adviser_mailed_at) on query_thread to regionspeil_app;
grant update (state, reviewed_by, reviewed_by_name, at, note) on report_review to regionspeil_app;

-- Whether the person who acts advises the region whose round expects a municipality.
create function app_advises(of_municipality text, of_round text) returns boolean
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select app_actor() = 'person' and exists (
    select
    from assignment
    where municipality_no = of_municipality and round_id = of_round and korus_region in (select app_regions())
  )
$$;

create policy system_reads on query_thread for select using (app_actor() = 'system');
create policy system_closes on query_thread for update
  using (app_actor() = 'system') with check (app_actor() = 'system' and state = 'corrected');
create policy respondent_reads on query_thread for select
  using (app_actor() = 'respondent' and municipality_no = app_municipality() and round_id = app_round());
create policy respondent_answers on query_thread for update
  using (app_actor() = 'respondent' and municipality_no = app_municipality() and round_id = app_round())
  with check (
    app_actor() = 'respondent' and municipality_no = app_municipality() and round_id = app_round()
    and state in ('answered', 'corrected') and not app_is_read_only(municipality_no)
  );
create policy adviser_reads on query_thread for select
  using (
    app_actor() = 'person'
    and exists (
      select
      from assignment
      where assignment.municipality_no = query_thread.municipality_no
        and assignment.round_id = query_thread.round_id
        and assignment.korus_region in (select app_regions())
    )
  );
create policy adviser_asks on query_thread for insert
  with check (app_advises(municipality_no, round_id) and opened_by = app_person() and state = 'asked');
create policy adviser_decides on query_thread for update
  using (app_advises(municipality_no, round_id)) with check (app_advises(municipality_no, round_id));

-- Messages follow their thread: whoever does not see it, sees none of them.
create policy with_thread_reads on query_message for select
  using (
    exists (
      select
      from query_thread as thread
      where thread.municipality_no = query_message.municipality_no
        and thread.round_id = query_message.round_id
        and thread.id = query_message.thread_id
    )
  );
create policy system_tells on query_message for insert with check (app_actor() = 'system' and event = 'correct');
create policy respondent_tells on query_message for insert
  with check (
    app_actor() = 'respondent' and municipality_no = app_municipality() and round_id = app_round()
    and event in ('answer', 'correct')
  );
create policy adviser_tells on query_message for insert
  with check (app_advises(municipality_no, round_id) and event <> 'answer');

create policy respondent_reads on report_review for select
  using (app_actor() = 'respondent' and municipality_no = app_municipality() and round_id = app_round());
create policy adviser_reads on report_review for select
  using (
    app_actor() = 'person'
    and exists (
      select
      from assignment
      where assignment.municipality_no = report_review.municipality_no
        and assignment.round_id = report_review.round_id
        and assignment.korus_region in (select app_regions())
    )
  );
create policy adviser_reviews on report_review for insert
  with check (app_advises(municipality_no, round_id) and reviewed_by = app_person());
create policy adviser_changes on report_review for update
  using (app_advises(municipality_no, round_id))
  with check (app_advises(municipality_no, round_id) and reviewed_by = app_person());

-- To whom the respondent's answer to a question is told: who asked, while they advise the region; else all who do.
create function app_askers(of_thread uuid) returns table (email text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with adviser as (
    select person.id, person.email, thread.opened_by
    from query_thread as thread
    join assignment
      on assignment.municipality_no = thread.municipality_no and assignment.round_id = thread.round_id
    join role_grant
      on role_grant.role = 'adviser'
      and role_grant.unit_type = 'korus_region'
      and role_grant.unit_id = assignment.korus_region
      and (role_grant.valid_until is null or role_grant.valid_until > now())
    join person on person.id = role_grant.person_id
    where app_actor() = 'respondent'
      and thread.municipality_no = app_municipality()
      and thread.round_id = app_round()
      and thread.id = of_thread
      and person.email is not null
  )
  select email
  from adviser
  where id = opened_by or not exists (select from adviser where id = opened_by)
  order by email
$$;
revoke execute on function app_askers(uuid) from public;
grant execute on function app_askers(uuid) to regionspeil_app;

-- Of which municipalities the person has not opened the answer to a round since a moment, so that the audit tells each
-- municipality once a day that its figures were seen in the table of all.
create index audit_reports_read on audit (actor_id, at) where action = 'report_read';
create function app_reads_first(of_round text, municipalities text[], since timestamptz) returns setof text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select asked.municipality_no
  from unnest(municipalities) as asked (municipality_no)
  where app_actor() = 'person'
    and of_round || '/' || asked.municipality_no not in (
      select subject
      from audit
      where action = 'report_read' and actor_id = app_person()::text and at > since
    )
  order by asked.municipality_no
$$;
revoke execute on function app_reads_first(text, text[], timestamptz) from public;
grant execute on function app_reads_first(text, text[], timestamptz) to regionspeil_app;
