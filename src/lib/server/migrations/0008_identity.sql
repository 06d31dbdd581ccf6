create table identity (
  issuer text not null check (issuer <> ''),
  subject text not null check (subject <> ''),
  person_id uuid not null references person,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  primary key (issuer, subject),
  check (created_at <= last_used_at)
);
create index identity_by_person on identity (person_id);

create table sign_in_attempt (
  token_hash bytea primary key,
  provider text not null,
  state text not null,
  nonce text not null,
  code_verifier text not null,
  -- A page of ours: anything else would send whoever has just signed in to another host.
  return_path text check (return_path ~ '^/([^/\\]|$)'),
  invitation text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  check (created_at < expires_at)
);
create index sign_in_attempt_by_end on sign_in_attempt (expires_at);

alter table identity enable row level security;
alter table sign_in_attempt enable row level security;

grant select, insert on identity to regionspeil_app;
grant update (last_used_at) on identity to regionspeil_app;
grant select, insert, delete on sign_in_attempt to regionspeil_app;

create policy system_all on identity for all using (app_actor() = 'system') with check (app_actor() = 'system');
create policy system_all on sign_in_attempt for all using (app_actor() = 'system') with check (app_actor() = 'system');

-- Whether someone signs in with an account of their own; who manages them invites those who have none.
create function app_has_account(of_person uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select (app_actor() = 'system' or app_manages_person(of_person))
    and exists (select from identity where person_id = of_person)
$$;
revoke execute on function app_has_account(uuid) from public;
grant execute on function app_has_account(uuid) to regionspeil_app;

-- Who releases the accounts of another: an administrator who may give every grant that the other holds, or has held when
-- none holds any more. The same rule as unbind_identity in domain/access.ts, and a test compares them.
create function app_may_unbind(of_person uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with asked as (
    select role, unit_type, unit_id, valid_until is null or valid_until > now() as holds
    from role_grant
    where person_id = of_person
  ),
  deciding as (
    select app_may_give(role, unit_type, unit_id) and app_covers(array['administrator'], unit_type, unit_id) as is_mine
    from asked
    where holds or not exists (select from asked as other where other.holds)
  )
  select of_person is distinct from app_person() and coalesce(bool_and(is_mine), false) from deciding
$$;

-- Removes the accounts of a person and tells their issuers, and their sessions, each without an issuer.
create function app_unbind_identity(of_person uuid) returns table (issuer text)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not app_may_unbind(of_person) then
    raise exception 'another administrator releases this account' using errcode = 'insufficient_privilege';
  end if;
  return query delete from identity where person_id = of_person returning identity.issuer;
  if found then
    return query delete from session where person_id = of_person returning null::text;
  end if;
end
$$;
revoke execute on function app_may_unbind(uuid), app_unbind_identity(uuid) from public;
grant execute on function app_may_unbind(uuid), app_unbind_identity(uuid) to regionspeil_app;
