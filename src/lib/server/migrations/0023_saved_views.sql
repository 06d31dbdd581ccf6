-- A view of the workbench that somebody has named: its owner's until it is shared with all who may open the workbench of
-- its round. One that is removed can be put back until it is forgotten.
create table saved_view (
  round_id text not null references round on delete cascade,
  id uuid not null,
  owner_id uuid not null references person,
  name text not null check (length(name) between 1 and 80),
  address text not null check (length(address) <= 4000),
  is_shared boolean not null,
  saved_at timestamptz not null,
  changed_at timestamptz,
  removed_at timestamptz,
  primary key (round_id, id)
);
create index saved_view_removed on saved_view (removed_at) where removed_at is not null;

-- What those who look at a view write to each other about it.
create table view_note (
  round_id text not null,
  view_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  written_by uuid not null references person,
  text text not null check (length(text) between 1 and 1000),
  primary key (round_id, view_id, id),
  foreign key (round_id, view_id) references saved_view on delete cascade
);

alter table saved_view enable row level security;
alter table view_note enable row level security;

grant select, insert, delete on saved_view, view_note to regionspeil_app;
grant update (name, is_shared, changed_at, removed_at) on saved_view to regionspeil_app;

-- The rounds whose workbench the person who acts may open, as analyse_round in domain/access.ts: those of the regions that
-- the person advises; and, when the figures were published before or nobody answers for the first time any more, those that
-- expect a municipality of a county that the person follows.
create function app_analysed_rounds() returns setof text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select round.id
  from round
  where app_actor() = 'person'
    and (
      round.korus_region in (select app_regions())
      or round.opened_at is not null
      and (round.data_kind = 'published' or round_phase(round, now()) in ('closed', 'frozen'))
      and exists (
        select
        from assignment
        join unit_within as place
          on place.unit_type = 'municipality' and place.unit_id = assignment.municipality_no
        join app_grants() as mine on mine.unit_type = place.within_type and mine.unit_id = place.within_id
        where assignment.round_id = round.id and mine.role = 'governor'
      )
    )
$$;
revoke execute on function app_analysed_rounds() from public;
grant execute on function app_analysed_rounds() to regionspeil_app;

create policy own_or_shared_reads on saved_view for select
  using (
    (owner_id = (select app_person()) or is_shared and removed_at is null)
    and round_id in (select app_analysed_rounds())
  );
create policy own_saves on saved_view for insert
  with check (
    owner_id = (select app_person()) and removed_at is null and round_id in (select app_analysed_rounds())
  );
create policy own_changes on saved_view for update
  using (owner_id = (select app_person()) and round_id in (select app_analysed_rounds()))
  with check (owner_id = (select app_person()) and round_id in (select app_analysed_rounds()));
create policy system_reads_removed on saved_view for select
  using ((select app_actor()) = 'system' and removed_at is not null);
create policy system_forgets on saved_view for delete
  using ((select app_actor()) = 'system' and removed_at is not null);

-- Notes follow their view: whoever does not see it, sees none of them.
create policy with_view_reads on view_note for select
  using (
    exists (
      select
      from saved_view
      where saved_view.round_id = view_note.round_id and saved_view.id = view_note.view_id
    )
  );
create policy reader_writes on view_note for insert
  with check (
    written_by = (select app_person())
    and exists (
      select
      from saved_view
      where saved_view.round_id = view_note.round_id
        and saved_view.id = view_note.view_id
        and saved_view.removed_at is null
    )
  );
create policy own_removes on view_note for delete
  using (
    written_by = (select app_person())
    and exists (
      select
      from saved_view
      where saved_view.round_id = view_note.round_id
        and saved_view.id = view_note.view_id
        and saved_view.removed_at is null
    )
  );

-- The names of those whose views and notes of a round the person who acts sees; otherwise people see only those they manage.
create function app_view_people(of_round text) returns table (id uuid, name text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select distinct person.id, person.name
  from saved_view
  left join view_note on view_note.round_id = saved_view.round_id and view_note.view_id = saved_view.id
  join person on person.id in (saved_view.owner_id, view_note.written_by)
  where saved_view.round_id = of_round
    and of_round in (select app_analysed_rounds())
    and (saved_view.owner_id = app_person() or saved_view.is_shared and saved_view.removed_at is null)
$$;
revoke execute on function app_view_people(text) from public;
grant execute on function app_view_people(text) to regionspeil_app;
