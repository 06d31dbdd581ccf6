-- What changes in the drafts of a round, for the watch of changes: how many are begun, and the minute of the last save.
create function app_drafts_state(of_round text) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select count(*) || '.' || coalesce(extract(epoch from date_trunc('minute', max(saved_at)))::bigint, 0)
  from draft
  where round_id = of_round and app_actor() = 'system'
$$;
revoke execute on function app_drafts_state(text) from public;
grant execute on function app_drafts_state(text) to regionspeil_app;
