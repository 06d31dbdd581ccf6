-- A municipality is expected by the region of its round, so that the policies below may ask for the round alone.
alter table round add constraint round_in_region unique (id, korus_region);
alter table assignment
  add constraint assignment_in_region foreign key (round_id, korus_region) references round (id, korus_region);

-- The newest version of each municipality in a round, and what was said in a round, each in one walk of an index.
create index report_newest on report (round_id, municipality_no, version desc);
create index query_message_by_round on query_message (round_id, municipality_no, thread_id);

-- The municipalities that the person who acts answers for.
create function app_own_municipalities() returns setof text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select unit_id from app_grants() where app_actor() = 'person' and role = 'respondent'
$$;

-- These let through the same rows as before. Who acts, and what they follow or answer for, is asked once a statement
-- instead of once a row: in a subquery of its own, or as a list.
alter policy system_all on assignment
  using ((select app_actor()) = 'system') with check ((select app_actor()) = 'system');
alter policy adviser_reads on assignment using (
  (select app_actor()) = 'person' and korus_region in (select app_regions())
);

alter policy system_reads on report using ((select app_actor()) = 'system');
alter policy respondent_reads on report using (
  (select app_actor()) = 'respondent'
  and municipality_no = (select app_municipality())
  and round_id = (select app_round())
);
alter policy respondent_reads_earlier on report using (
  (select app_actor()) = 'respondent'
  and municipality_no = (select app_municipality())
  and round_id in (
    select earlier.id
    from round as earlier
    join round as this on this.id = app_round()
    where earlier.period_end < this.period_end
  )
);
alter policy adviser_reads on report using (
  (select app_actor()) = 'person'
  and (
    round_id in (select app_followed_rounds())
    or municipality_no in (select app_own_municipalities())
    and exists (select from round where round.id = report.round_id and round.opened_at is not null)
  )
);

alter policy system_reads on query_thread using ((select app_actor()) = 'system');
alter policy respondent_reads on query_thread using (
  (select app_actor()) = 'respondent'
  and municipality_no = (select app_municipality())
  and round_id = (select app_round())
);
alter policy adviser_reads on query_thread using (
  (select app_actor()) = 'person' and round_id in (select app_followed_rounds())
);

-- Whoever sees a thread, sees what was said in it.
alter policy with_thread_reads on query_message using (
  (select app_actor()) = 'system'
  or (select app_actor()) = 'respondent'
  and municipality_no = (select app_municipality())
  and round_id = (select app_round())
  or (select app_actor()) = 'person'
  and round_id in (select app_followed_rounds())
);

alter policy respondent_reads on report_review using (
  (select app_actor()) = 'respondent'
  and municipality_no = (select app_municipality())
  and round_id = (select app_round())
);
alter policy adviser_reads on report_review using (
  (select app_actor()) = 'person' and round_id in (select app_followed_rounds())
);
