-- The language of letters to an address of a municipality: of the address itself, else of the municipality's person, else
-- of its mailbox, else bokmål. Its text is bound here and has no settings, so that it becomes part of what asks.
create function letter_language(of_municipality text, address text) returns table (language text)
language sql stable
begin atomic
  select coalesce(
    (
      select contact.language
      from contact
      where contact.municipality_no = of_municipality
        and (lower(contact.email) = lower(address) or contact.valid_until is null)
      order by lower(contact.email) = lower(address) desc nulls last, contact.valid_until desc nulls first, contact.kind desc
      limit 1
    ),
    'nb'
  );
end;

-- As before, with the language of the letter.
drop function app_newly_covered();
create function app_newly_covered() returns table (
  municipality_no text, link_edition integer, takes_links boolean, language text
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select assignment.municipality_no, assignment.link_edition, coalesce(setting.takes_links, true), letter.language
  from assignment
  join app_said() as mine on mine.municipality_no = app_municipality()
  cross join lateral letter_language(assignment.municipality_no, assignment.contact_email) as letter
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

-- The watch of changes follows what is decided of versions too.
create policy system_reads on report_review for select using ((select app_actor()) = 'system');

-- A colleague with a link of their own does what they do in their own name, not as whoever holds the municipality's link.
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
      app_helper()::text,
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

-- As before, with the names of colleagues while they are kept.
create or replace function app_audit(
  of_chain text,
  before bigint,
  after bigint,
  most integer,
  actions text[],
  name_pattern text,
  since date,
  until date
) returns table (
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
  change jsonb,
  previous_hash bytea,
  hash bytea
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with named as (
    select case
      when name_pattern is not null then
        array(
          select id::text from person where name ilike name_pattern
          union all
          select id::text from answer_helper where name ilike name_pattern
        )
    end as persons
  ),
  page as (
    (
      select audit as entry
      from audit
      cross join named
      where chain = of_chain
        and after is null
        and audit.sequence < coalesce(before, 9223372036854775807)
        and audit_matches(audit, actions, persons, since, until)
      order by audit.sequence desc
      limit most
    )
    union all
    (
      select audit
      from audit
      cross join named
      where chain = of_chain
        and audit.sequence > after
        and audit_matches(audit, actions, persons, since, until)
      order by audit.sequence
      limit most
    )
  )
  select
    (entry).sequence, (entry).at, (entry).actor_kind, (entry).actor_id, coalesce(actor.name, colleague.name),
    (entry).action, (entry).subject, concerned.name, (entry).detail, (entry).origin,
    case
      when app_covers(array['adviser', 'respondent'], 'municipality', of_chain) then (entry).change
    end,
    (entry).previous_hash, (entry).hash
  from page
  left join person as actor on actor.id::text = (entry).actor_id
  left join answer_helper as colleague
    on colleague.municipality_no = of_chain and colleague.id::text = (entry).actor_id
  left join person as concerned on concerned.id::text = (entry).subject
  where app_reads_audit(of_chain)
  order by (entry).sequence desc
$$;

-- Whoever has no reason to be known any longer is forgotten; who still has a link is not.
grant delete on answer_helper to regionspeil_app;
create policy system_forgets on answer_helper for delete using (
  (select app_actor()) = 'system'
  and exists (
    select
    from round
    where round.id = answer_helper.round_id and (answer_helper.withdrawn_at is not null or round.freezes_at <= now())
  )
);

-- A colleague explains figures, also after the freeze; asking for a correction then is for who may send.
create policy helper_asks_when_allowed on audit as restrictive for insert
  with check (
    action <> 'correction_asked'
    or app_helper() is null
    or exists (select from answer_helper as helper where helper.id = app_helper() and helper.may_send)
  );

-- The moment a change of a round belongs to: the one the application acts at, else now. What has frozen, has frozen now.
create function app_moment() returns timestamptz
language sql stable
return coalesce(nullif(current_setting('app.moment', true), '')::timestamptz, now());

-- The phase of a round at a moment, as roundPhase in domain/round.ts; a test compares them.
create function round_phase(one round, at timestamptz) returns text
language sql immutable
return case
  when one.opened_at is null then 'preparing'
  when at < one.opens_at then 'before'
  when at < one.closes_at then 'open'
  when at < one.freezes_at then 'closed'
  else 'frozen'
end;

-- What roundTransitions in domain/round.ts lets an adviser do with a round: nothing once it has frozen; an opening that has
-- come stays, and closing and freezing do not move into the past. Migrations and the owner pass by.
create function round_moves() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
  at timestamptz := app_moment();
  phase text := round_phase(old, at);
begin
  if current_user <> 'regionspeil_app' then
    return new;
  end if;
  if phase = 'frozen' then
    raise exception 'round % has frozen', old.id using errcode = 'check_violation', constraint = 'round_is_frozen';
  end if;
  if phase <> 'preparing' and (
    new.opens_at <> old.opens_at and old.opens_at <= at
    or new.closes_at <> old.closes_at and new.closes_at <= at
    or new.freezes_at <> old.freezes_at and new.freezes_at <= at
  ) then
    raise exception 'round % does not move into the past', old.id
      using errcode = 'check_violation', constraint = 'round_moves_ahead';
  end if;
  if old.opened_at is null and new.opened_at is not null and (
    new.closes_at <= at or not exists (select from assignment where assignment.round_id = new.id)
  ) then
    raise exception 'round % is not ready', old.id using errcode = 'check_violation', constraint = 'round_is_ready';
  end if;
  return new;
end
$$;
create trigger round_moves
before update on round
for each row execute function round_moves();

-- The same of what is expected of a municipality: hosts and refusals until the freeze, more time from the opening to the
-- freeze, and the list itself only in preparation. Respondents do none of it, so they do not ask for the round.
create function expected_stands() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
declare
  moved boolean := (new.status, new.covered_by, new.declined_reason)
    is distinct from (old.status, old.covered_by, old.declined_reason);
  extended boolean := (new.extended_until, new.extension_reason)
    is distinct from (old.extended_until, old.extension_reason);
  ruled boolean := (new.cover_ruling, new.cover_ruling_host) is distinct from (old.cover_ruling, old.cover_ruling_host);
  phase text;
begin
  if current_user <> 'regionspeil_app' or not (moved or extended or ruled) then
    return new;
  end if;
  select round_phase(round, app_moment()) into phase from round where id = old.round_id;
  if phase is null or phase = 'frozen' or extended and phase = 'preparing' or ruled and phase not in ('open', 'closed') then
    raise exception 'what is expected in round % stands', old.round_id
      using errcode = 'check_violation', constraint = 'expected_stands';
  end if;
  return new;
end
$$;
create trigger expected_stands
before update on assignment
for each row execute function expected_stands();
