-- What advisers take a municipality that has told no figure to have, and why. A version is never changed; the newest counts,
-- and one without cases takes the judgement back.
create table estimate_judgement (
  korus_region text not null,
  round_id text not null references round on delete cascade,
  indicator text not null,
  municipality_no text not null check (municipality_no ~ '^\d{4}$'),
  version integer not null check (version > 0),
  cases integer check (cases between 0 and 9999),
  reason text check (length(reason) between 1 and 500),
  judged_by uuid not null references person,
  judged_by_name text not null,
  judged_at timestamptz not null,
  primary key (korus_region, round_id, indicator, municipality_no, version),
  check ((cases is null) = (reason is null))
);

-- An estimate that an adviser has signed, with the figures as they were; or that one was withdrawn. A version is never
-- changed, and the newest counts. `data_state` names what the figures were made from.
create table estimate (
  korus_region text not null,
  round_id text not null references round on delete cascade,
  indicator text not null,
  version integer not null check (version > 0),
  event text not null check (event in ('signed', 'withdrawn')),
  rung text check (
    rung in ('lower_bound', 'judgement', 'last_round', 'ratio_by_class', 'ratio', 'mean', 'model')
  ),
  reason text not null check (length(reason) between 1 and 1000),
  figures jsonb,
  data_state text,
  signed_by uuid not null references person,
  signed_by_name text not null,
  signed_at timestamptz not null,
  primary key (korus_region, round_id, indicator, version),
  check ((event = 'signed') = (rung is not null and figures is not null and data_state is not null))
);

alter table estimate_judgement enable row level security;
alter table estimate enable row level security;

grant select, insert on estimate_judgement, estimate to regionspeil_app;

-- Judgements name municipalities: for the region's advisers only. The system makes releases from what is signed.
create policy adviser_reads on estimate_judgement for select
  using (korus_region in (select app_regions()));
create policy system_reads on estimate_judgement for select
  using ((select app_actor()) = 'system');
create policy adviser_judges on estimate_judgement for insert
  with check (
    korus_region in (select app_regions())
    and judged_by = (select app_person())
    and exists (
      select
      from assignment
      join round on round.id = assignment.round_id
      where round.id = estimate_judgement.round_id
        and round.korus_region = estimate_judgement.korus_region
        and assignment.municipality_no = estimate_judgement.municipality_no
    )
  );
create policy adviser_reads on estimate for select
  using (korus_region in (select app_regions()));
create policy system_reads on estimate for select
  using ((select app_actor()) = 'system');
create policy adviser_signs on estimate for insert
  with check (
    korus_region in (select app_regions())
    and signed_by = (select app_person())
    and exists (
      select
      from round
      where round.id = estimate.round_id and round.korus_region = estimate.korus_region and round.opened_at is not null
    )
  );
