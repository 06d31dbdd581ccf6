-- A round is prepared by its region's advisers before anyone else knows of it (opened_at is null), is closed for first
-- answers while those who have answered may still correct, and then freezes.
alter table round
  add column opened_at timestamptz,
  add column closes_at timestamptz,
  add column copied_from text references round;
update round set opened_at = opens_at, closes_at = freezes_at;
alter table round
  alter column closes_at set not null,
  add constraint round_closes_in_order check (deadline_at <= closes_at and closes_at <= freezes_at);

alter table assignment
  add column extended_until timestamptz,
  add column extension_reason text,
  add column declined_reason text,
  add constraint assignment_extended_with_reason check ((extended_until is null) = (extension_reason is null)),
  add constraint assignment_reason_of_declined check (declined_reason is null or status = 'declined'),
  add constraint assignment_not_its_own_host check (covered_by <> municipality_no);

-- Whether the person who acts advises the region of a round in preparation, whose list is still theirs to make.
create function app_prepares(of_round text, of_region text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select app_actor() = 'person' and of_region in (select app_regions()) and exists (
    select from round where id = of_round and korus_region = of_region and opened_at is null
  )
$$;

-- Whether a municipality may save and send at a moment; the same rule as takesAnswers in domain/round.ts, and a test
-- compares them.
create function app_takes_answer(of_municipality text, of_round text, at timestamptz) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (
    select
    from assignment
    join round on round.id = assignment.round_id
    where assignment.municipality_no = of_municipality
      and assignment.round_id = of_round
      and round.opened_at is not null
      and at >= round.opens_at
      and at < round.freezes_at
      and (
        at < round.closes_at
        or at < assignment.extended_until
        or exists (
          select from report where report.municipality_no = of_municipality and report.round_id = of_round
        )
      )
  )
$$;
revoke execute on function app_takes_answer(text, text, timestamptz) from public;
grant execute on function app_takes_answer(text, text, timestamptz) to regionspeil_app;

drop policy everyone_reads on round;
create policy everyone_reads_opened on round for select using (opened_at is not null);
create policy adviser_reads_prepared on round for select
  using (app_actor() = 'person' and korus_region in (select app_regions()));
create policy adviser_prepares on round for insert
  with check (
    app_actor() = 'person'
    and korus_region in (select app_regions())
    and opened_at is null
    and data_kind <> 'published'
  );
create policy adviser_changes on round for update
  using (app_actor() = 'person' and korus_region in (select app_regions()))
  with check (app_actor() = 'person' and korus_region in (select app_regions()));
create policy adviser_discards on round for delete
  using (app_actor() = 'person' and korus_region in (select app_regions()));
create policy discarded_in_preparation on round as restrictive for delete using (opened_at is null);
grant update (name, slug, period_start, period_end, opens_at, deadline_at, closes_at, freezes_at, opened_at) on round
  to regionspeil_app;
grant delete on round to regionspeil_app;

-- What a round asks about stands still from its opening: the period decides which municipalities there are.
create function round_check() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  if old.opened_at is not null
    and (new.opened_at, new.slug, new.period_start, new.period_end)
      is distinct from (old.opened_at, old.slug, old.period_start, old.period_end)
  then
    raise exception 'an opened round keeps its period and its opening'
      using errcode = 'check_violation', constraint = 'round_is_opened_once';
  end if;
  return new;
end
$$;
create trigger round_check
before update on round
for each row execute function round_check();

alter policy respondent_reads on assignment using (
  app_actor() = 'respondent' and municipality_no = app_municipality() and round_id = app_round()
  and exists (select from round where round.id = assignment.round_id and round.opened_at is not null)
);
alter policy respondent_person_reads on assignment using (
  app_actor() = 'person'
  and municipality_no in (select unit_id from app_grants() where role = 'respondent')
  and exists (select from round where round.id = assignment.round_id and round.opened_at is not null)
);
create policy adviser_adds on assignment for insert with check (app_prepares(round_id, korus_region));
create policy adviser_removes on assignment for delete using (app_prepares(round_id, korus_region));
create policy removed_in_preparation on assignment as restrictive for delete using (
  exists (select from round where round.id = assignment.round_id and round.opened_at is null)
);
grant update (extended_until, extension_reason, declined_reason) on assignment to regionspeil_app;
grant delete on assignment to regionspeil_app;

-- A respondent may change whom a round writes to, never what is expected of the municipality or until when.
create function assignment_check() returns trigger
language plpgsql
set search_path = pg_catalog, public, pg_temp
as $$
begin
  if (new.status, new.covered_by, new.declined_reason, new.extended_until, new.extension_reason)
      is distinct from (old.status, old.covered_by, old.declined_reason, old.extended_until, old.extension_reason)
    and app_actor() is distinct from 'system'
    and app_actor() is not null
    and not (app_actor() = 'person' and old.korus_region in (select app_regions()))
  then
    raise exception 'what is expected of a municipality is for its advisers' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger assignment_check
before update on assignment
for each row execute function assignment_check();

alter policy respondent_submits on report with check (
  app_actor() = 'respondent' and municipality_no = app_municipality() and round_id = app_round() and channel = 'web'
  and app_takes_answer(municipality_no, round_id, submitted_at)
);
alter policy begun_in_window on draft with check (
  saved_at <= now() + interval '1 minute' and app_takes_answer(municipality_no, round_id, saved_at)
);
alter policy saved_in_window on draft with check (
  saved_at <= now() + interval '1 minute' and app_takes_answer(municipality_no, round_id, saved_at)
);
