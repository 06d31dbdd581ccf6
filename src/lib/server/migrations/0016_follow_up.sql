-- Whom a municipality is reached through, over the rounds: a shared mailbox, and a person. The one before stays, with who
-- came after it. `assignment.contact_email` is still the address that a round writes to.
create table contact (
  municipality_no text not null check (municipality_no ~ '^\d{4}$'),
  id uuid not null,
  kind text not null check (kind in ('person', 'mailbox')),
  name text,
  email text check (position('@' in email) > 1),
  phone text,
  language text not null default 'nb' check (language in ('nb', 'nn')),
  bounced_at timestamptz,
  bounce_reason text,
  replaced_by uuid,
  valid_from timestamptz not null,
  valid_until timestamptz,
  primary key (municipality_no, id),
  foreign key (municipality_no, replaced_by) references contact,
  check (name is not null or email is not null),
  check ((bounced_at is null) = (bounce_reason is null)),
  check (replaced_by is null or valid_until is not null)
);
create unique index contact_current on contact (municipality_no, kind) where valid_until is null;
create index contact_by_email on contact (municipality_no, lower(email));

insert into contact (municipality_no, id, kind, name, email, valid_from)
select distinct on (assignment.municipality_no)
  assignment.municipality_no, gen_random_uuid(), 'person', assignment.contact_name, assignment.contact_email, round.opens_at
from assignment
join round on round.id = assignment.round_id
where assignment.contact_email is not null
order by assignment.municipality_no, round.period_end desc, round.id;

-- What a round writes, when: the adviser decides when each is sent.
create table mail_plan (
  round_id text not null references round,
  id uuid not null,
  kind text not null check (kind in ('invitation', 'reminder', 'last_reminder')),
  planned_on date not null,
  status text not null default 'planned' check (status in ('planned', 'sending', 'paused', 'sent', 'cancelled')),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  started_at timestamptz,
  primary key (round_id, id),
  check (started_at is not null or status in ('planned', 'cancelled'))
);

-- A round's own wording of a letter; without a row it is that of the product.
create table letter_template (
  round_id text not null references round,
  kind text not null check (kind in ('invitation', 'reminder', 'last_reminder')),
  language text not null check (language in ('nb', 'nn')),
  subject text not null check (length(subject) between 1 and 200),
  body text not null check (length(body) between 1 and 5000),
  changed_at timestamptz not null,
  primary key (round_id, kind, language)
);

-- Which municipality and round a mail is about, and what became of it. `plan_id` is there for letters to many, which
-- wait for sign-in mail and are asked about again before each is sent.
alter table message
  add column round_id text references round,
  add column municipality_no text check (municipality_no ~ '^\d{4}$'),
  add column plan_id uuid,
  add column kind text not null default 'other'
    check (kind in ('other', 'handover', 'invitation', 'reminder', 'last_reminder')),
  add column idempotency_key text unique,
  add column claimed_at timestamptz,
  add column outcome_code text,
  add constraint message_of_plan foreign key (round_id, plan_id) references mail_plan,
  add constraint message_about_both check ((round_id is null) = (municipality_no is null)),
  add constraint message_plan_is_about check (plan_id is null or round_id is not null),
  drop constraint message_status_check,
  add constraint message_status_check check (status in ('queued', 'sent', 'failed', 'bounced', 'dropped'));
create index message_by_municipality on message (round_id, municipality_no, created_at) where round_id is not null;
create index message_claimed on message (claimed_at) where plan_id is not null;

-- What became of each attempt to deliver a mail, or why it was dropped.
create table message_event (
  message_id uuid not null references message on delete cascade,
  sequence bigint generated always as identity,
  at timestamptz not null,
  status text not null check (status in ('deferred', 'sent', 'failed', 'bounced', 'dropped')),
  code text,
  primary key (message_id, sequence)
);

-- What was said on the telephone with the officials of a municipality, and when to call next.
create table contact_note (
  municipality_no text not null,
  round_id text not null,
  id uuid not null,
  at timestamptz not null,
  written_by uuid not null references person,
  text text not null check (length(text) <= 1000),
  outcome text not null check (outcome in ('note', 'no_answer', 'talked', 'promised', 'wrong_contact')),
  next_date date,
  promised_for date,
  changed_at timestamptz,
  primary key (municipality_no, round_id, id),
  foreign key (municipality_no, round_id) references assignment on delete cascade,
  check (promised_for is null or outcome = 'promised')
);
create index contact_note_by_round on contact_note (round_id, municipality_no, at);

alter table contact enable row level security;
alter table mail_plan enable row level security;
alter table letter_template enable row level security;
alter table message_event enable row level security;
alter table contact_note enable row level security;

grant select, insert on contact, mail_plan, letter_template, message_event, contact_note to regionspeil_app;
grant update (name, phone, language, bounced_at, bounce_reason, replaced_by, valid_until) on contact to regionspeil_app;
grant update (planned_on, status, changed_at, started_at) on mail_plan to regionspeil_app;
grant update (subject, body, changed_at) on letter_template to regionspeil_app;
grant update (text, outcome, next_date, promised_for, changed_at) on contact_note to regionspeil_app;
grant delete on letter_template, contact_note to regionspeil_app;

-- The rounds of the regions that the person who acts advises, and the municipalities that the person advises or answers
-- for: as lists, so that a statement over many rows asks once.
create function app_followed_rounds() returns setof text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select id from round where app_actor() = 'person' and korus_region in (select app_regions())
$$;
create function app_reached_municipalities() returns setof text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select place.unit_id
  from app_grants() as mine
  join unit_within as place on place.within_type = mine.unit_type and place.within_id = mine.unit_id
  where app_actor() = 'person' and mine.role in ('adviser', 'respondent') and place.unit_type = 'municipality'
$$;

create policy system_all on contact for all using (app_actor() = 'system') with check (app_actor() = 'system');
-- Handing over the answer changes whom the municipality is reached through, so those who answer for it may.
create policy follower_or_own_keeps on contact for all
  using (municipality_no in (select app_reached_municipalities()))
  with check (municipality_no in (select app_reached_municipalities()));
create policy respondent_hands_over on contact for all
  using (app_actor() = 'respondent' and municipality_no = app_municipality())
  with check (app_actor() = 'respondent' and municipality_no = app_municipality());

create policy system_all on mail_plan for all using (app_actor() = 'system') with check (app_actor() = 'system');
create policy follower_plans on mail_plan for all
  using (round_id in (select app_followed_rounds()))
  with check (round_id in (select app_followed_rounds()));

create policy system_reads on letter_template for select using (app_actor() = 'system');
create policy follower_words on letter_template for all
  using (round_id in (select app_followed_rounds()))
  with check (round_id in (select app_followed_rounds()));

create policy follower_reads on message for select using (round_id in (select app_followed_rounds()));
-- An adviser stops what is queued by a plan, and changes nothing else of a mail.
create policy follower_drops on message for update
  using (plan_id is not null and status = 'queued' and round_id in (select app_followed_rounds()))
  with check (plan_id is not null and status = 'dropped' and round_id in (select app_followed_rounds()));

create policy system_all on message_event for all using (app_actor() = 'system') with check (app_actor() = 'system');
create policy follower_reads on message_event for select
  using (app_actor() = 'person' and exists (select from message where message.id = message_event.message_id));
create policy follower_drops on message_event for insert
  with check (
    app_actor() = 'person'
    and status = 'dropped'
    and exists (select from message where message.id = message_event.message_id)
  );

create policy follower_reads on contact_note for select using (round_id in (select app_followed_rounds()));
create policy follower_adds on contact_note for insert
  with check (round_id in (select app_followed_rounds()) and written_by = app_person());
create policy own_changes on contact_note for update
  using (round_id in (select app_followed_rounds()) and written_by = app_person())
  with check (round_id in (select app_followed_rounds()) and written_by = app_person());
create policy own_removes on contact_note for delete
  using (round_id in (select app_followed_rounds()) and written_by = app_person());

-- The names of the colleagues who wrote the notes of a round; otherwise people see only those they manage.
create function app_note_writers(of_round text) returns table (id uuid, name text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select distinct person.id, person.name
  from contact_note
  join person on person.id = contact_note.written_by
  where contact_note.round_id = of_round and of_round in (select app_followed_rounds())
$$;
revoke execute on function app_note_writers(text) from public;
grant execute on function app_note_writers(text) to regionspeil_app;
