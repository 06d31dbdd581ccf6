-- The sentences of a county's own package as the county governor's adviser wrote them, one a line, with the names of figures
-- between braces; one text for the house and one for the public.
create table county_package_text (
  county_no text not null check (county_no ~ '^\d{2}$'),
  round_id text not null references round on delete cascade,
  audience text not null check (audience in ('internal', 'public')),
  language text not null check (language in ('nb', 'nn')),
  body text not null check (length(body) <= 10000),
  changed_at timestamptz not null,
  changed_by uuid not null references person,
  primary key (county_no, round_id, audience, language)
);

alter table county_package_text enable row level security;
grant select, insert on county_package_text to regionspeil_app;
grant update (body, changed_at, changed_by) on county_package_text to regionspeil_app;

create policy governor_reads on county_package_text for select
  using (app_covers(array['governor'], 'county', county_no));
create policy governor_writes on county_package_text for insert
  with check (app_covers(array['governor'], 'county', county_no) and changed_by = (select app_person()));
create policy governor_changes on county_package_text for update
  using (app_covers(array['governor'], 'county', county_no))
  with check (app_covers(array['governor'], 'county', county_no) and changed_by = (select app_person()));

-- The newest settled rounds of each region that expected somebody whom the actor follows up, or one of them.
create function app_desk_rounds(of_municipality text, most integer) returns setof text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select newest.id
  from (
    select round.id, row_number() over (partition by round.korus_region order by round.period_end desc, round.id) as place
    from round
    where round_is_settled(round, now())
      and round.data_kind <> 'published'
      and exists (
        select
        from assignment
        where assignment.round_id = round.id
          and assignment.municipality_no in (
            select number
            from app_followed_municipalities() as number
            where of_municipality is null or number = of_municipality
          )
      )
  ) as newest
  where newest.place <= most
$$;
revoke execute on function app_desk_rounds(text, integer) from public;
grant execute on function app_desk_rounds(text, integer) to regionspeil_app;

create index assignment_with_host on assignment (round_id) where covered_by is not null;

-- The same as before, of rounds that are named, whatever they are: those that have not settled, or were only published, give
-- nothing. Each row of the list is found by its key, and each answer is unpacked once.
drop function app_desk_answers(text[], text, integer);
create function app_desk_answers(keys text[], of_municipality text, of_rounds text[]) returns table (
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
    select round.id
    from round
    where round.id = any (of_rounds)
      and round_is_settled(round, now())
      and round.data_kind <> 'published'
      and exists (
        select
        from own
        join assignment on assignment.round_id = round.id and assignment.municipality_no = own.number
      )
  ),
  wanted as (
    select settled.id as round_id, own.number as municipality_no
    from settled
    cross join own
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
    listed.round_id, listed.municipality_no, listed.status, listed.covered_by,
    listed.cover_ruling, listed.cover_ruling_host, newest.version,
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
  cross join lateral (
    select
      assignment.round_id, assignment.municipality_no, assignment.status, assignment.covered_by,
      assignment.cover_ruling, assignment.cover_ruling_host
    from assignment
    where assignment.round_id = wanted.round_id and assignment.municipality_no = wanted.municipality_no
    limit 1
  ) as listed
  left join lateral (
    select report.version, report.answers || '{}' as answers, report.coverage
    from report
    where report.round_id = listed.round_id and report.municipality_no = listed.municipality_no
    order by report.version desc
    limit 1
  ) as newest on true
  left join own on own.number = listed.municipality_no
  order by listed.round_id, listed.municipality_no
$$;
revoke execute on function app_desk_answers(text[], text, text[]) from public;
grant execute on function app_desk_answers(text[], text, text[]) to regionspeil_app;

create index audit_desk_seen on audit (actor_id, at) where action = 'desk_seen';

-- Those of some municipalities whose standing the person who acts has not seen since a moment, in one reading of the audit.
create function app_desk_unseen(municipalities text[], since timestamptz) returns setof text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select asked.municipality_no
  from unnest(municipalities) as asked (municipality_no)
  where app_actor() = 'person'
    and asked.municipality_no not in (
      select chain
      from audit
      where action = 'desk_seen' and actor_id = app_person()::text and at > since
    )
  order by asked.municipality_no
$$;
revoke execute on function app_desk_unseen(text[], timestamptz) from public;
grant execute on function app_desk_unseen(text[], timestamptz) to regionspeil_app;
