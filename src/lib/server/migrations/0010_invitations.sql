-- Whether someone has ever signed in: who manages them sees that an invitation has come to nothing.
alter table person add column signed_in_at timestamptz;
update person
set signed_in_at = started.at
from (select subject, max(at) as at from audit where action = 'session_started' group by subject) as started
where started.subject = person.id::text;
grant update (signed_in_at) on person to regionspeil_app;

-- Whoever is invited may say that it should be someone else.
alter table invitation
  add column declined_at timestamptz,
  add column suggested_name text,
  add column suggested_email text,
  add constraint invitation_suggests_with_name check ((suggested_name is null) = (suggested_email is null)),
  add constraint invitation_is_used_or_declined check (used_at is null or declined_at is null);

-- Who manages someone invites them, sees what came of it and ends what was not used. Only the system uses one up.
create policy managed_reads on invitation for select
  using (app_actor() = 'person' and person_id <> app_person() and app_manages_person(person_id));
create policy managed_adds on invitation for insert
  with check (
    app_actor() = 'person'
    and created_by = app_person()
    and person_id <> app_person()
    and app_manages_person(person_id)
    and used_at is null
    and declined_at is null
  );
create policy managed_ends on invitation for update
  using (
    app_actor() = 'person'
    and person_id <> app_person()
    and app_manages_person(person_id)
    and used_at is null
    and declined_at is null
  )
  with check (app_actor() = 'person' and used_at is null and declined_at is null);

-- Who gave the grants of a person that the one who acts may give too; their names are otherwise not theirs to see.
create function app_givers(of_person uuid) returns table (id uuid, name text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select distinct giver.id, giver.name
  from role_grant
  join person as giver on giver.id = role_grant.granted_by
  where role_grant.person_id = of_person
    and app_may_give(role_grant.role, role_grant.unit_type, role_grant.unit_id)
$$;
revoke execute on function app_givers(uuid) from public;
grant execute on function app_givers(uuid) to regionspeil_app;
