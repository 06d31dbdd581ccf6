-- Whether a row is of these kinds, by or about one of these persons, and from these days; null asks for all.
create function audit_matches(entry audit, actions text[], persons text[], since date, until date) returns boolean
language sql stable as $$
  select (actions is null or entry.action = any (actions))
    and (persons is null or entry.actor_id = any (persons) or entry.subject = any (persons))
    and (since is null or entry.at >= since::timestamp at time zone 'Europe/Oslo')
    and (until is null or entry.at < (until + 1)::timestamp at time zone 'Europe/Oslo')
$$;

-- The audit of a unit a page at a time, the newest first: before a row, or the nearest after one. With the hashes, so
-- that the reader can check the chain; what was there before and after is only for those who may read the answers.
drop function app_audit(text, bigint, integer);
create function app_audit(
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
        array(select id::text from person where name ilike name_pattern)
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
    (entry).sequence, (entry).at, (entry).actor_kind, (entry).actor_id, actor.name, (entry).action, (entry).subject,
    concerned.name, (entry).detail, (entry).origin,
    case
      when app_covers(array['adviser', 'respondent'], 'municipality', of_chain) then (entry).change
    end,
    (entry).previous_hash, (entry).hash
  from page
  left join person as actor on actor.id::text = (entry).actor_id
  left join person as concerned on concerned.id::text = (entry).subject
  where app_reads_audit(of_chain)
  order by (entry).sequence desc
$$;
revoke execute on function app_audit(text, bigint, bigint, integer, text[], text, date, date) from public;
grant execute on function app_audit(text, bigint, bigint, integer, text[], text, date, date) to regionspeil_app;

-- Whether the person has done something in a chain since a moment, among the last 200 rows: a visit is told of once.
create function app_has_done(of_chain text, of_action text, since timestamptz) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select app_actor() = 'person' and exists (
    select
    from (
      select actor_id, action, at from audit where chain = of_chain order by sequence desc limit 200
    ) as recent
    where recent.actor_id = app_person()::text and recent.action = of_action and recent.at > since
  )
$$;
revoke execute on function app_has_done(text, text, timestamptz) from public;
grant execute on function app_has_done(text, text, timestamptz) to regionspeil_app;

-- Who has read the respondent's own answer, and when last.
create function app_report_readers() returns table (name text, last_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select person.name, max(audit.at)
  from audit
  join person on person.id::text = audit.actor_id
  where app_actor() = 'respondent'
    and audit.chain = app_municipality()
    and audit.subject = app_round() || '/' || app_municipality()
    and audit.action = 'report_read'
  group by person.id, person.name
  order by max(audit.at) desc, person.name
$$;
revoke execute on function app_report_readers() from public;
grant execute on function app_report_readers() to regionspeil_app;
