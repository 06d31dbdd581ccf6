-- How many a police district says it has referred, as the advisers of a round's region were told, with the source. Nothing is
-- changed: what was wrong is withdrawn and told anew.
create table police_referral (
  round_id text not null references round on delete cascade,
  id uuid not null,
  district text not null check (length(district) between 1 and 60),
  unit text not null check (unit in ('cases', 'persons')),
  value integer not null check (value between 0 and 9999),
  period_start date not null,
  period_end date not null check (period_end >= period_start),
  source text not null check (length(source) between 1 and 300),
  entered_by uuid not null references person,
  entered_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (round_id, id)
);

alter table police_referral enable row level security;
grant select, insert on police_referral to regionspeil_app;
grant update (withdrawn_at) on police_referral to regionspeil_app;

create policy analysing_reads on police_referral for select
  using (round_id in (select app_analysed_rounds()));
create policy adviser_enters on police_referral for insert
  with check (
    entered_by = (select app_person())
    and withdrawn_at is null
    and exists (
      select from round where round.id = police_referral.round_id and round.korus_region in (select app_regions())
    )
  );
create policy adviser_withdraws on police_referral for update
  using (
    exists (
      select from round where round.id = police_referral.round_id and round.korus_region in (select app_regions())
    )
  )
  with check (
    exists (
      select from round where round.id = police_referral.round_id and round.korus_region in (select app_regions())
    )
  );
