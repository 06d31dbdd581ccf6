-- What leaves the house for a case: letters, notices and SMS, each once. Its content and
-- receiver are sealed; all of it goes with the case.
create table dispatch (
  municipality_no text not null,
  id uuid not null,
  case_id uuid not null,
  unit_no text not null,
  kind text not null check (kind in ('summons', 'second_summons', 'notice', 'reminder')),
  channel text not null check (channel in ('letter', 'notice', 'sms')),
  state text not null default 'queued' check (
    state in ('queued', 'sending', 'accepted', 'delivered', 'failed', 'handed_over', 'cancelled')
  ),
  content bytea,
  -- Whether a try has begun whose outcome nobody knows: the carrier is asked before another is made.
  is_unsure boolean not null default false,
  attempts integer not null default 0,
  due_at timestamptz not null,
  external_id text,
  external_status text,
  way text check (way in ('digital', 'paper')),
  accepted_at timestamptz,
  poll_at timestamptz,
  failure_code text,
  task text check (task in ('send_on_paper', 'phone', 'look_into')),
  created_at timestamptz not null,
  created_by uuid references person,
  primary key (municipality_no, id),
  foreign key (municipality_no, case_id) references case_file on delete cascade,
  check (not is_unsure or state = 'sending'),
  check (state <> 'queued' or content is not null)
);
create index on dispatch (due_at) where state in ('queued', 'sending');
create index on dispatch (poll_at) where poll_at is not null;
create index on dispatch (municipality_no, case_id);

-- What happened to it, in the order it happened; `code` is the carrier's own word or the code of a failure.
create table dispatch_event (
  municipality_no text not null,
  dispatch_id uuid not null,
  sequence bigint generated always as identity,
  at timestamptz not null,
  state text not null,
  code text,
  primary key (municipality_no, dispatch_id, sequence),
  foreign key (municipality_no, dispatch_id) references dispatch on delete cascade
);

alter table dispatch enable row level security;
alter table dispatch_event enable row level security;
grant select on dispatch to regionspeil_app;
grant insert (municipality_no, id, case_id, unit_no, kind, channel, content, due_at, created_at, created_by) on dispatch
  to regionspeil_app;
grant update (state, content, is_unsure, attempts, due_at, external_id, external_status, way, accepted_at, poll_at,
  failure_code, task) on dispatch to regionspeil_app;
grant select, insert on dispatch_event to regionspeil_app;

-- Whoever works with a unit's cases, and nobody above them; of the system only what sends.
create policy task_all on dispatch for all using (app_is_case_task()) with check (app_is_case_task());
create policy unit_reads on dispatch for select
  using (unit_no in (select app_case_units(array['case_officer', 'unit_leader', 'archivist'])));
create policy unit_queues on dispatch for insert
  with check (
    unit_no in (select app_case_units(array['case_officer', 'unit_leader']))
    and created_by = (select app_person())
    and exists (
      select
      from case_file
      where case_file.municipality_no = dispatch.municipality_no
        and case_file.id = case_id
        and case_file.unit_no = dispatch.unit_no
    )
  );
-- By hand a message is given or taken back; only what sends says that it is on its way.
create policy unit_changes on dispatch for update
  using (unit_no in (select app_case_units(array['case_officer', 'unit_leader'])))
  with check (
    unit_no in (select app_case_units(array['case_officer', 'unit_leader']))
    and state in ('handed_over', 'cancelled')
  );

create policy task_all on dispatch_event for all using (app_is_case_task()) with check (app_is_case_task());
-- What happened to a message is seen by those who see the message.
create policy with_message_reads on dispatch_event for select
  using (
    exists (
      select
      from dispatch
      where dispatch.municipality_no = dispatch_event.municipality_no and dispatch.id = dispatch_id
    )
  );
create policy unit_tells on dispatch_event for insert
  with check (
    state in ('queued', 'handed_over', 'cancelled')
    and exists (
      select
      from dispatch
      where dispatch.municipality_no = dispatch_event.municipality_no
        and dispatch.id = dispatch_id
        and dispatch.unit_no in (select app_case_units(array['case_officer', 'unit_leader']))
    )
  );
