-- What leaves the house: a round's figures as they were protected, approved by another than who made them, and frozen.
create table release (
  korus_region text not null,
  round_id text not null references round,
  version integer not null check (version > 0),
  id uuid not null unique,
  state text not null check (state in ('draft', 'review', 'approved', 'published', 'withdrawn')),
  plan text not null check (plan in ('region', 'county_totals', 'counties', 'municipality_totals')),
  title_nb text not null check (length(title_nb) between 1 and 200),
  title_nn text not null check (length(title_nn) between 1 and 200),
  note text check (length(note) between 1 and 1000),
  author_id uuid not null references person,
  approver_id uuid references person,
  created_at timestamptz not null,
  published_at timestamptz,
  embargo_until timestamptz,
  -- What everybody gets, from the review on; its hash, and that of the figures, the plan and the releases before it.
  content jsonb,
  content_hash text,
  data_hash text,
  primary key (korus_region, round_id, version),
  check (approver_id is distinct from author_id or approver_id is null),
  check ((state in ('approved', 'published', 'withdrawn')) = (approver_id is not null)),
  check (state = 'draft' or content is not null)
);
-- One at a time: each is protected beside all that were approved before it.
create unique index release_open on release (round_id) where state in ('draft', 'review', 'approved');

-- The last run of the gate on a draft, for advisers only: what is hidden and why, or what could not be protected.
create table release_check (
  korus_region text not null,
  round_id text not null,
  version integer not null,
  at timestamptz not null,
  data_hash text not null,
  outcome jsonb not null,
  primary key (korus_region, round_id, version),
  foreign key (korus_region, round_id, version) references release on delete cascade
);

create table release_event (
  korus_region text not null,
  round_id text not null,
  version integer not null,
  id uuid not null,
  at timestamptz not null,
  by_person uuid not null references person,
  event text not null,
  to_state text not null,
  why text check (length(why) <= 1000),
  primary key (korus_region, round_id, version, id),
  foreign key (korus_region, round_id, version) references release on delete cascade
);

-- The counts behind an approved release and which of its cells are public: what every later one is protected beside.
create table release_ledger (
  korus_region text not null,
  round_id text not null,
  version integer not null,
  engine_table jsonb not null,
  shown jsonb not null,
  primary key (korus_region, round_id, version),
  foreign key (korus_region, round_id, version) references release
);

create table release_reader (
  korus_region text not null,
  round_id text not null,
  version integer not null,
  email text not null check (email = lower(email) and length(email) between 3 and 200),
  until timestamptz not null,
  added_at timestamptz not null,
  primary key (korus_region, round_id, version, email),
  foreign key (korus_region, round_id, version) references release on delete cascade
);

create table release_file (
  korus_region text not null,
  round_id text not null,
  version integer not null,
  name text not null check (name ~ '^[a-z0-9][a-z0-9._-]{0,99}$'),
  media_type text not null,
  hash text not null,
  bytes bytea not null,
  primary key (korus_region, round_id, version, name),
  foreign key (korus_region, round_id, version) references release
);

alter table release enable row level security;
alter table release_check enable row level security;
alter table release_event enable row level security;
alter table release_ledger enable row level security;
alter table release_reader enable row level security;
alter table release_file enable row level security;

grant select, insert, delete on release, release_check, release_reader to regionspeil_app;
grant select, insert on release_event, release_ledger, release_file to regionspeil_app;
grant update (
  state, plan, title_nb, title_nn, note, approver_id, published_at, embargo_until, content, content_hash, data_hash
) on release to regionspeil_app;
grant update (at, data_hash, outcome) on release_check to regionspeil_app;
grant update (until) on release_reader to regionspeil_app;

-- Whether everybody may see a release: by the store's own clock.
create function release_is_public(one release) returns boolean
language sql stable
return one.state in ('published', 'withdrawn') and one.published_at is not null
  and (one.embargo_until is null or one.embargo_until <= now());

-- The releases that the person who acts was invited to read before others, while the invitation holds.
create function app_early_releases() returns setof uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select release.id
  from release
  join release_reader as reader
    on reader.korus_region = release.korus_region
    and reader.round_id = release.round_id
    and reader.version = release.version
  join person on lower(person.email) = reader.email
  where app_actor() = 'person'
    and person.id = app_person()
    and reader.until > now()
    and release.state in ('approved', 'published')
$$;
revoke execute on function app_early_releases() from public;
grant execute on function app_early_releases() to regionspeil_app;

create policy adviser_reads on release for select using (korus_region in (select app_regions()));
create policy public_reads on release for select using (release_is_public(release));
create policy invited_reads on release for select using (id in (select app_early_releases()));
create policy system_reads on release for select using ((select app_actor()) = 'system');
create policy adviser_begins on release for insert
  with check (
    korus_region in (select app_regions())
    and state = 'draft'
    and author_id = (select app_person())
    and exists (select from round where round.id = round_id and round.korus_region = release.korus_region)
  );
create policy adviser_changes on release for update
  using (korus_region in (select app_regions()))
  with check (korus_region in (select app_regions()));
create policy adviser_discards on release for delete
  using (korus_region in (select app_regions()) and state = 'draft');

create policy adviser_all on release_check for all
  using (korus_region in (select app_regions()))
  with check (korus_region in (select app_regions()));

create policy adviser_reads on release_event for select using (korus_region in (select app_regions()));
create policy adviser_tells on release_event for insert
  with check (korus_region in (select app_regions()) and by_person = (select app_person()));

-- Whoever approves adds to the ledger; nobody but the system reads it.
create policy system_reads on release_ledger for select using ((select app_actor()) = 'system');
create policy approver_adds on release_ledger for insert
  with check (
    exists (
      select
      from release
      where release.korus_region = release_ledger.korus_region
        and release.round_id = release_ledger.round_id
        and release.version = release_ledger.version
        and release.korus_region in (select app_regions())
        and release.approver_id = (select app_person())
        and release.state = 'approved'
    )
  );

create policy adviser_all on release_reader for all
  using (korus_region in (select app_regions()))
  with check (korus_region in (select app_regions()));

-- Files follow their release, but not what was withdrawn; they are made when it is approved.
create policy with_release_reads on release_file for select
  using (
    exists (
      select
      from release
      where release.korus_region = release_file.korus_region
        and release.round_id = release_file.round_id
        and release.version = release_file.version
        and (release.state <> 'withdrawn' or release.korus_region in (select app_regions()))
    )
  );
create policy approver_adds on release_file for insert
  with check (
    exists (
      select
      from release
      where release.korus_region = release_file.korus_region
        and release.round_id = release_file.round_id
        and release.version = release_file.version
        and release.korus_region in (select app_regions())
        and release.approver_id = (select app_person())
        and release.state = 'approved'
    )
  );

-- The same turns as releaseTransitions in domain/release.ts, and a test compares them. What is approved is never changed;
-- nobody approves their own.
create function release_moves() returns trigger
language plpgsql as $$
begin
  if (old.state, new.state) not in (
    ('draft', 'draft'), ('draft', 'review'), ('review', 'draft'), ('review', 'review'), ('review', 'approved'),
    ('approved', 'approved'), ('approved', 'published'), ('approved', 'withdrawn'), ('published', 'withdrawn')
  ) then
    raise exception 'a release does not go from % to %', old.state, new.state using errcode = '23514';
  end if;
  if old.state <> 'draft' and (new.plan, new.title_nb, new.title_nn, new.note, new.content, new.content_hash, new.data_hash)
    is distinct from (old.plan, old.title_nb, old.title_nn, old.note, old.content, old.content_hash, old.data_hash) then
    raise exception 'a release is changed while it is a draft only' using errcode = '23514';
  end if;
  if new.approver_id is distinct from old.approver_id
    and (new.state <> 'approved' or old.state <> 'review' or new.approver_id is distinct from app_person()) then
    raise exception 'a release is approved by who approves it' using errcode = '23514';
  end if;
  if old.state in ('published', 'withdrawn')
    and (new.published_at, new.embargo_until) is distinct from (old.published_at, old.embargo_until) then
    raise exception 'when a release was published stands' using errcode = '23514';
  end if;
  return new;
end
$$;
create trigger release_moves before update on release for each row execute function release_moves();

-- The names of those who have done something with a round's releases, for the advisers of its region.
create function app_release_people(of_round text) returns table (id uuid, name text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select person.id, person.name
  from person
  where person.id in (
      select release.author_id from release where release.round_id = of_round
      union
      select release_event.by_person from release_event where release_event.round_id = of_round
    )
    and exists (
      select from round where round.id = of_round and round.korus_region in (select app_regions())
    )
$$;
revoke execute on function app_release_people(text) from public;
grant execute on function app_release_people(text) to regionspeil_app;
