-- The municipalities of the counties that the person who acts follows as a county governor's adviser.
create function app_county_municipalities() returns setof text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select place.unit_id
  from app_grants() as mine
  join unit_within as place on place.within_type = mine.unit_type and place.within_id = mine.unit_id
  where app_actor() = 'person' and mine.role = 'governor' and place.unit_type = 'municipality'
$$;

-- Whether nobody answers a round for the first time any more, or its figures were published before; the same rule as
-- isSettled in domain/round.ts, and a test compares them. The moment is always the store's own.
create function round_is_settled(one round, at timestamptz) returns boolean
language sql immutable
return one.opened_at is not null and (one.data_kind = 'published' or round_phase(one, at) in ('closed', 'frozen'));

-- What a county governor's adviser may have of a settled round that expects a municipality of theirs: the list, who answers
-- for whom, and answers and a host's figures of the own counties only. The tables themselves stay closed to them: they see
-- no earlier version, nobody's name, no contact and no reason.
create function app_county_answers(of_round text) returns table (
  municipality_no text,
  status text,
  covered_by text,
  cover_ruling text,
  cover_ruling_host text,
  version integer,
  answers jsonb,
  coverage jsonb
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with own as (
    select app_county_municipalities() as number
  ),
  newest as (
    select distinct on (report.municipality_no) report.*
    from report
    where report.round_id = of_round
    order by report.municipality_no, report.version desc
  )
  select
    assignment.municipality_no, assignment.status, assignment.covered_by, assignment.cover_ruling,
    assignment.cover_ruling_host, newest.version,
    case
      when newest.version is null then null
      when assignment.municipality_no in (select number from own) then newest.answers
      else '{}'
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
    end
  from assignment
  left join newest on newest.municipality_no = assignment.municipality_no
  where assignment.round_id = of_round
    and exists (select from round where round.id = of_round and round_is_settled(round, now()))
    and exists (
      select
      from assignment as expected
      where expected.round_id = of_round and expected.municipality_no in (select number from own)
    )
  order by assignment.municipality_no
$$;
revoke execute on function app_county_municipalities() from public;
revoke execute on function app_county_answers(text) from public;
grant execute on function app_county_answers(text) to regionspeil_app;
