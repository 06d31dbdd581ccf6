-- What was found at the address that a municipality's newest answer tells of; one line a municipality. `claimed_at` keeps
-- other replicas from asking for the same page at the same time.
create table web_check (
  municipality_no text primary key,
  address text not null check (length(address) <= 500),
  claimed_at timestamptz not null,
  checked_at timestamptz,
  outcome text check (outcome in ('named', 'unnamed', 'missing', 'silent', 'refused')),
  detail text check (length(detail) <= 20),
  check ((checked_at is null) = (outcome is null))
);

alter table web_check enable row level security;
grant select, insert on web_check to regionspeil_app;
grant update (address, claimed_at, checked_at, outcome, detail) on web_check to regionspeil_app;

create policy system_all on web_check for all
  using ((select app_actor()) = 'system')
  with check ((select app_actor()) = 'system');
create policy own_reads on web_check for select
  using (
    municipality_no = (select app_municipality())
    or app_covers(array['adviser', 'governor', 'respondent'], 'municipality', municipality_no)
  );
