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
