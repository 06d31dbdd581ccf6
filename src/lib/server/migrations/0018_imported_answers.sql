-- How an answer that an adviser registered came, and from whom: by phone, in writing, or in a file with many.
create table report_origin (
  municipality_no text not null,
  round_id text not null,
  version integer not null,
  way text not null check (way in ('phone', 'writing', 'file')),
  given_by text check (length(given_by) between 1 and 100),
  given_role text check (length(given_role) between 1 and 100),
  given_on date,
  warnings text[] not null default '{}',
  registered_by uuid references person,
  primary key (municipality_no, round_id, version),
  foreign key (municipality_no, round_id, version) references report,
  constraint report_origin_tells_who check (
    (way = 'file') = (given_by is null) and (way = 'file') = (given_role is null) and (way = 'file') = (given_on is null)
  )
);
alter table report_origin enable row level security;
grant select, insert on report_origin to regionspeil_app;

-- Whether a round takes what its advisers register at a moment: until the freeze, also when it is closed for first
-- answers; the same rule as takesFromAdvisers in domain/round.ts.
create function app_takes_from_adviser(of_municipality text, of_round text, at timestamptz) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select app_actor() = 'person' and exists (
    select
    from assignment
    join round on round.id = assignment.round_id
    where assignment.municipality_no = of_municipality
      and assignment.round_id = of_round
      and assignment.korus_region in (select app_regions())
      and round.opened_at is not null
      and at >= round.opens_at
      and at < round.freezes_at
  )
$$;
revoke execute on function app_takes_from_adviser(text, text, timestamptz) from public;
grant execute on function app_takes_from_adviser(text, text, timestamptz) to regionspeil_app;

-- An adviser registers for the municipalities of the region, never as if they had answered on the web themselves.
create policy adviser_registers on report for insert with check (
  app_actor() = 'person'
  and channel in ('import', 'phone')
  and app_takes_from_adviser(municipality_no, round_id, submitted_at)
);

create policy system_reads on report_origin for select using (app_actor() = 'system');
create policy system_registers on report_origin for insert with check (app_actor() = 'system' and way = 'file');
create policy respondent_reads on report_origin for select
  using (app_actor() = 'respondent' and municipality_no = app_municipality() and round_id = app_round());
create policy adviser_reads on report_origin for select
  using (
    app_actor() = 'person'
    and exists (
      select
      from assignment
      where assignment.municipality_no = report_origin.municipality_no
        and assignment.round_id = report_origin.round_id
        and assignment.korus_region in (select app_regions())
    )
  );
create policy adviser_registers on report_origin for insert with check (
  app_actor() = 'person'
  and registered_by = app_person()
  and exists (
    select
    from report
    where report.municipality_no = report_origin.municipality_no
      and report.round_id = report_origin.round_id
      and report.version = report_origin.version
      and report.channel = case report_origin.way when 'phone' then 'phone' else 'import' end
      and app_takes_from_adviser(report.municipality_no, report.round_id, report.submitted_at)
  )
);
