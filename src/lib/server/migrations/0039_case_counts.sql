-- The months in which somebody met for the first time and in which the case was closed: without them the figures of a period
-- would change when a case is removed. Of cases that are gone already the earliest month is taken in which it can have been.
alter table case_count
  add column met_month date check (extract(day from met_month) = 1),
  add column closed_month date check (extract(day from closed_month) = 1);
update case_count
set
  met_month = case when is_met then date_trunc('month', received_month + coalesce(days_to_meeting, 0))::date end,
  closed_month = date_trunc('month', received_month + coalesce(days_to_meeting, 0))::date;
alter table case_count
  alter column closed_month set not null,
  add constraint case_count_met_month check (is_met = (met_month is not null));

create or replace function app_purge_case(of_municipality text, of_case uuid, purged_at timestamptz, backups_until date)
returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  file record;
begin
  select
    case_file.unit_no, case_file.state, case_file.delete_after, case_file.archived_at, case_file.is_held,
    case_file.proposed_event, case_file.proposed_by, case_file.received_on, case_file.age_band, case_file.closed_on,
    case_file.missed, case_file.first_met_on, case_file.closing_code
  into file
  from case_file
  where case_file.municipality_no = of_municipality and case_file.id = of_case
  for update;
  if not found
    or app_actor() is distinct from 'person'
    or file.unit_no not in (select app_case_units(array['unit_leader']))
    or file.state <> 'closed'
    or file.delete_after >= least(purged_at, now() + interval '1 minute')::date
    or file.archived_at is null
    or file.is_held
    or file.proposed_event is distinct from 'purge'
    or file.proposed_by = app_person()
    or not exists (
      select
      from role_grant
      where person_id = file.proposed_by and role = 'archivist' and unit_type = 'advisory_unit'
        and unit_id = file.unit_no and (valid_until is null or valid_until > now())
    )
  then
    raise exception 'the case may not be removed' using errcode = 'insufficient_privilege';
  end if;
  insert into case_count (
    municipality_no, received_month, met_month, closed_month, is_under_18, is_met, is_missed, days_to_meeting,
    closing_code
  ) values (
    of_municipality, date_trunc('month', file.received_on)::date, date_trunc('month', file.first_met_on)::date,
    date_trunc('month', file.closed_on)::date, file.age_band is not distinct from '15_17',
    file.first_met_on is not null, file.missed > 0,
    case when file.first_met_on is not null then greatest(file.first_met_on - file.received_on, 0) end,
    file.closing_code
  );
  insert into case_tombstone (municipality_no, case_id, purged_month, closing_code, age_band, backups_until)
  values (
    of_municipality, of_case, date_trunc('month', purged_at)::date, file.closing_code, file.age_band, backups_until
  );
  delete from case_file where municipality_no = of_municipality and id = of_case;
end
$$;

-- Self-referrals: somebody who comes without a condition, counted by month and where they came from. No case, and no person.
create table self_referral (
  municipality_no text not null check (municipality_no ~ '^\d{4}$'),
  month date not null check (extract(day from month) = 1),
  source text not null check (source in ('self', 'parents', 'school', 'other')),
  count integer not null check (count between 0 and 999),
  changed_at timestamptz not null,
  primary key (municipality_no, month, source)
);
alter table self_referral enable row level security;
grant select, insert on self_referral to regionspeil_app;
grant update (count, changed_at) on self_referral to regionspeil_app;
create policy unit_reads on self_referral for select
  using (municipality_no in (select app_case_municipalities(array['case_officer', 'unit_leader'])));
create policy unit_adds on self_referral for insert
  with check (municipality_no in (select app_case_municipalities(array['case_officer', 'unit_leader'])));
create policy unit_changes on self_referral for update
  using (municipality_no in (select app_case_municipalities(array['case_officer', 'unit_leader'])))
  with check (municipality_no in (select app_case_municipalities(array['case_officer', 'unit_leader'])));

-- Where each figure of a report is from, by question, where the municipality had a count of its own to hold it against.
alter table report add column sources jsonb not null default '{}' check (jsonb_typeof(sources) = 'object');

-- The register's figures of the municipality and the round that the actor answers for, and nothing else: sums, no row of a
-- case, and no other period than the round's. Only for somebody who has signed in and answers for the municipality; a link
-- alone has no name. The definitions are those of domain/case/case-count.ts, which tests hold these against.
create function app_register_counts(read_at timestamptz) returns table (
  since date,
  received integer,
  handled integer,
  under_18 integer,
  carried_over integer,
  not_met integer,
  age_unknown integer,
  median_days double precision,
  self_referrals integer
)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  mine text := app_municipality();
  unit text;
  first_month date;
  last_month date;
begin
  if app_actor() is distinct from 'respondent'
    or app_person() is null
    or not exists (
      select
      from app_grants() as held
      where held.role = 'respondent' and held.unit_type = 'municipality' and held.unit_id = mine
    )
  then
    return;
  end if;
  select area.unit_no into unit from case_unit_area as area where area.municipality_no = mine and area.valid_until is null;
  if not found then
    return;
  end if;
  select
    (date_trunc('month', round.period_start)
      + case when extract(day from round.period_start) <= 15 then interval '0' else interval '1 month' end)::date,
    (date_trunc('month', round.period_end)
      - case when extract(day from round.period_end) >= 15 then interval '0' else interval '1 month' end)::date
  into first_month, last_month
  from round
  where round.id = app_round();
  if not found then
    return;
  end if;
  if not exists (
    select
    from (
      select action, subject, actor_id, at from audit where chain = 'unit-' || unit order by sequence desc limit 200
    ) as recent
    where recent.action = 'case_counts_read'
      and recent.subject = app_round() || '/' || mine
      and recent.actor_id = app_person()::text
      and recent.at > read_at - interval '30 minutes'
  ) then
    insert into audit (at, chain, action, subject, detail)
    values (read_at, 'unit-' || unit, 'case_counts_read', app_round() || '/' || mine, '{}');
  end if;
  return query
    with counted as (
      select
        date_trunc('month', file.received_on)::date as received_month,
        date_trunc('month', file.first_met_on)::date as met_month,
        date_trunc('month', file.closed_on)::date as closed_month,
        file.age_band is not distinct from '15_17' as is_under_18,
        file.age_band is null and file.closed_on is null as is_age_unknown,
        file.missed > 0 as is_missed,
        greatest(file.first_met_on - file.received_on, 0) as days_to_meeting
      from case_file as file
      where file.municipality_no = mine and file.closing_code is distinct from 'misregistered'
      union all
      select
        gone.received_month, gone.met_month, gone.closed_month, gone.is_under_18, false, gone.is_missed,
        gone.days_to_meeting
      from case_count as gone
      where gone.municipality_no = mine and gone.closing_code <> 'misregistered'
    ),
    placed as (
      select
        counted.received_month, counted.met_month, counted.closed_month, counted.is_under_18, counted.is_age_unknown,
        counted.is_missed, counted.days_to_meeting,
        counted.received_month between first_month and last_month as is_received,
        coalesce(counted.met_month between first_month and last_month, false) as is_handled
      from counted
    )
    select
      (select min(area.valid_from) from case_unit_area as area where area.municipality_no = mine),
      (count(*) filter (where is_received))::integer,
      (count(*) filter (where is_handled))::integer,
      (count(*) filter (where is_received and is_under_18))::integer,
      (count(*) filter (
        where received_month < first_month
          and coalesce(met_month >= first_month, true)
          and coalesce(closed_month >= first_month, true)
      ))::integer,
      (count(*) filter (where is_received and is_missed and coalesce(met_month > last_month, true)))::integer,
      (count(*) filter (where is_received and is_age_unknown))::integer,
      percentile_cont(0.5) within group (order by days_to_meeting) filter (where is_handled),
      (
        select sum(tally.count)::integer
        from self_referral as tally
        where tally.municipality_no = mine and tally.month between first_month and last_month
      )
    from placed;
end
$$;
revoke execute on function app_register_counts(timestamptz) from public;
grant execute on function app_register_counts(timestamptz) to regionspeil_app;
