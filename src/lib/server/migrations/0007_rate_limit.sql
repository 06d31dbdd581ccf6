-- How often something was done in a window of time, counted here so that it holds over replicas. Whom it is about is
-- kept as a keyed hash only.
create table rate_limit (
  key bytea primary key check (octet_length(key) = 32),
  window_start timestamptz not null,
  window_end timestamptz not null check (window_end > window_start),
  count integer not null check (count > 0)
);
create index rate_limit_end on rate_limit (window_end);

alter table rate_limit enable row level security;
grant select, insert, update, delete on rate_limit to regionspeil_app;
create policy system_all on rate_limit for all using (app_actor() = 'system') with check (app_actor() = 'system');
