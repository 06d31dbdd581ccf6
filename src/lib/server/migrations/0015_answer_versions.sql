-- Why a later version was sent, and which answers were taken over from the last round without being confirmed.
alter table report
  add column change_reason text check (length(change_reason) between 1 and 300),
  add column carried text[] not null default '{}';

-- What was registered by phone counts at once; the municipality confirms it afterwards.
create table report_confirmation (
  municipality_no text not null,
  round_id text not null,
  version integer not null,
  confirmed_by text not null check (length(confirmed_by) between 1 and 100),
  confirmed_at timestamptz not null,
  primary key (municipality_no, round_id, version),
  foreign key (municipality_no, round_id, version) references report
);
alter table report_confirmation enable row level security;
grant select, insert on report_confirmation to regionspeil_app;

create policy system_reads on report_confirmation for select using (app_actor() = 'system');
create policy respondent_reads on report_confirmation for select
  using (app_actor() = 'respondent' and municipality_no = app_municipality() and round_id = app_round());
create policy adviser_reads on report_confirmation for select
  using (
    app_actor() = 'person'
    and exists (
      select
      from assignment
      where assignment.municipality_no = report_confirmation.municipality_no
        and assignment.round_id = report_confirmation.round_id
    )
  );

-- Only the newest version is confirmed, only what came by phone, and only by the municipality while the round is not frozen.
create policy respondent_confirms on report_confirmation for insert with check (
  app_actor() = 'respondent' and municipality_no = app_municipality() and round_id = app_round()
  and not app_is_read_only(municipality_no)
  and confirmed_at <= now() + interval '1 minute'
  and exists (
    select from round
    where round.id = report_confirmation.round_id and report_confirmation.confirmed_at < round.freezes_at
  )
  and exists (
    select from report
    where report.municipality_no = report_confirmation.municipality_no
      and report.round_id = report_confirmation.round_id
      and report.version = report_confirmation.version
      and report.channel = 'phone'
  )
  and not exists (
    select from report
    where report.municipality_no = report_confirmation.municipality_no
      and report.round_id = report_confirmation.round_id
      and report.version > report_confirmation.version
  )
);
