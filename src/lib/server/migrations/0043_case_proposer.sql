-- Whoever proposes does so in their own name, so that two people stand behind what needs two.
create function app_proposer_is_oneself() returns trigger
language plpgsql as $$
begin
  if app_person() is not null and new.proposed_by is distinct from app_person() then
    raise exception 'proposed for somebody else' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger proposer_is_oneself
  before update of proposed_by on case_file
  for each row
  when (new.proposed_by is not null and new.proposed_by is distinct from old.proposed_by)
  execute function app_proposer_is_oneself();
