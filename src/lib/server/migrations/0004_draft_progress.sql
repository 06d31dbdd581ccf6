-- Advisers learn that a draft was begun and when it was saved, never what stands in it.
create function app_drafts_begun(of_round text) returns table (municipality_no text, saved_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
  select draft.municipality_no, draft.saved_at
  from draft
  join assignment on assignment.municipality_no = draft.municipality_no and assignment.round_id = draft.round_id
  where draft.round_id = of_round
    and app_actor() = 'person'
    and assignment.korus_region in (select app_regions())
$$;
revoke execute on function app_drafts_begun(text) from public;
grant execute on function app_drafts_begun(text) to regionspeil_app;

-- A municipality's link to a round also shows what the same municipality answered in earlier rounds, never in later ones.
create policy respondent_reads_earlier on report for select
  using (
    app_actor() = 'respondent'
    and municipality_no = app_municipality()
    and round_id in (
      select earlier.id
      from round as earlier
      join round as this on this.id = app_round()
      where earlier.period_end < this.period_end
    )
  );
