-- A colleague with a link of their own confirms what came by phone only when they may send, and reads and changes nothing
-- of whom the municipality is reached through.
create policy helper_confirms_when_allowed on report_confirmation as restrictive for insert
  with check (
    app_helper() is null
    or exists (select from answer_helper as helper where helper.id = app_helper() and helper.may_send)
  );
create policy helper_keeps_no_contact on contact as restrictive for all
  using (app_helper() is null)
  with check (app_helper() is null);

-- A municipality that is read-only answers no question either; the thread already says so, and now its messages do.
create policy not_read_only on query_message as restrictive for insert
  with check (app_actor() is distinct from 'respondent' or not app_is_read_only(municipality_no));
