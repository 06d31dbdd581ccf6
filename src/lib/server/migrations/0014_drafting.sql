-- Every value that somebody saved in a draft, so that none is lost when several write: the newest of a field is the draft's.
create table draft_edit (
  municipality_no text not null,
  round_id text not null,
  sequence integer not null check (sequence between 1 and 20000),
  field text not null check (field <> ''),
  value text not null,
  edited_by text check (edited_by <> ''),
  edited_in text not null check (edited_in <> ''),
  edited_at timestamptz not null,
  overwrote integer,
  settles boolean not null default false,
  primary key (municipality_no, round_id, sequence),
  foreign key (municipality_no, round_id) references draft on delete cascade
);

-- Who has a draft open now, and in which field they write; what is lost with the server is only that.
create unlogged table draft_presence (
  municipality_no text not null,
  round_id text not null,
  opened_in text not null check (opened_in <> ''),
  writer_name text check (writer_name <> ''),
  field text,
  seen_at timestamptz not null,
  primary key (municipality_no, round_id, opened_in)
);

alter table draft_edit enable row level security;
alter table draft_presence enable row level security;
grant select, insert on draft_edit to regionspeil_app;
grant select, insert, update (field, seen_at), delete on draft_presence to regionspeil_app;

create policy respondent_reads on draft_edit for select
  using (app_actor() = 'respondent' and municipality_no = app_municipality() and round_id = app_round());
-- In the round's window and not while the municipality is read-only, as the draft itself.
create policy respondent_edits on draft_edit for insert
  with check (
    app_actor() = 'respondent' and municipality_no = app_municipality() and round_id = app_round()
    and not app_is_read_only(municipality_no)
    and edited_at <= now() + interval '1 minute'
    and app_takes_answer(municipality_no, round_id, edited_at)
  );
create policy respondent_owns on draft_presence for all
  using (app_actor() = 'respondent' and municipality_no = app_municipality() and round_id = app_round())
  with check (app_actor() = 'respondent' and municipality_no = app_municipality() and round_id = app_round());

-- What changes in the drafts of a round, for the watch of changes: how many are begun, and the minute of the last save.
create function app_drafts_state(of_round text) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select count(*) || '.' || coalesce(extract(epoch from date_trunc('minute', max(saved_at)))::bigint, 0)
  from draft
  where round_id = of_round and app_actor() = 'system'
$$;
revoke execute on function app_drafts_state(text) from public;
grant execute on function app_drafts_state(text) to regionspeil_app;

-- The same for one draft: when it was last saved, and who has it open where. Topics are answer/ROUND/MUNICIPALITY.
create function app_draft_states(topics text[], since timestamptz) returns table (topic text, state text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select
    asked.topic,
    concat_ws('-',
      (
        select extract(epoch from draft.saved_at)
        from draft
        where draft.municipality_no = split_part(asked.topic, '/', 3) and draft.round_id = split_part(asked.topic, '/', 2)
      ),
      (
        select string_agg(opened_in || ':' || coalesce(field, ''), ',' order by opened_in)
        from draft_presence
        where draft_presence.municipality_no = split_part(asked.topic, '/', 3)
          and draft_presence.round_id = split_part(asked.topic, '/', 2)
          and draft_presence.seen_at > since
      )
    )
  from unnest(topics) as asked (topic)
  where app_actor() = 'system' and asked.topic like 'answer/%'
$$;
revoke execute on function app_draft_states(text[], timestamptz) from public;
grant execute on function app_draft_states(text[], timestamptz) to regionspeil_app;

-- What stands in drafts that are begun, so that it is told of when someone overwrites it.
insert into draft_edit (municipality_no, round_id, sequence, field, value, edited_in, edited_at)
select
  draft.municipality_no,
  draft.round_id,
  row_number() over (partition by draft.municipality_no, draft.round_id order by typed.key),
  typed.key,
  typed.value,
  'before',
  draft.saved_at
from draft
cross join jsonb_each_text(draft.fields) as typed
where typed.key <> '';

-- Colleagues who fill in an answer with a link of their own, until it is withdrawn.
create table answer_helper (
  municipality_no text not null,
  round_id text not null,
  id uuid not null,
  name text not null check (name <> ''),
  email text not null check (position('@' in email) > 1),
  may_send boolean not null,
  link_hash bytea not null unique,
  invited_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (municipality_no, round_id, id),
  foreign key (municipality_no, round_id) references assignment
);
alter table answer_helper enable row level security;
grant select, insert, update (withdrawn_at) on answer_helper to regionspeil_app;

create function app_helper() returns uuid
language sql stable parallel safe
return nullif(current_setting('app.helper_id', true), '')::uuid;

-- The municipality a respondent answers for: with a link while the municipality takes links, or signed in with a grant.
-- A colleague's own link opens it until it is withdrawn.
create or replace function app_municipality() returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select asked.municipality_no
  from (select nullif(current_setting('app.municipality_no', true), '') as municipality_no) as asked
  where case
    when app_person() is null then
      not exists (
        select from municipality_setting as setting
        where setting.municipality_no = asked.municipality_no and not setting.takes_links
      )
      and (
        app_helper() is null
        or exists (
          select from answer_helper as helper
          where helper.municipality_no = asked.municipality_no
            and helper.round_id = app_round()
            and helper.id = app_helper()
            and helper.withdrawn_at is null
        )
      )
    else exists (
      select from app_grants() as mine where mine.role = 'respondent' and mine.unit_id = asked.municipality_no
    )
  end
$$;

create policy system_reads on answer_helper for select using (app_actor() = 'system');
create policy respondent_reads on answer_helper for select
  using (app_actor() = 'respondent' and municipality_no = app_municipality() and round_id = app_round());
-- A colleague invites nobody, withdraws nobody, hands nothing over, and sends only when that was allowed.
create policy respondent_invites on answer_helper for insert
  with check (
    app_actor() = 'respondent' and app_helper() is null
    and municipality_no = app_municipality() and round_id = app_round()
  );
create policy respondent_withdraws on answer_helper for update
  using (
    app_actor() = 'respondent' and app_helper() is null
    and municipality_no = app_municipality() and round_id = app_round()
  );
create policy helper_hands_nothing_over on assignment as restrictive for update
  using (app_helper() is null);
create policy helper_sends_when_allowed on report as restrictive for insert
  with check (
    app_helper() is null
    or exists (select from answer_helper as helper where helper.id = app_helper() and helper.may_send)
  );
