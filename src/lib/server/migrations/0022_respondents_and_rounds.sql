-- The language of letters to an address of a municipality: of the address itself, else of the municipality's person, else
-- of its mailbox, else bokmål. Its text is bound here and has no settings, so that it becomes part of what asks.
create function letter_language(of_municipality text, address text) returns table (language text)
language sql stable
begin atomic
  select coalesce(
    (
      select contact.language
      from contact
      where contact.municipality_no = of_municipality
        and (lower(contact.email) = lower(address) or contact.valid_until is null)
      order by lower(contact.email) = lower(address) desc nulls last, contact.valid_until desc nulls first, contact.kind desc
      limit 1
    ),
    'nb'
  );
end;

-- As before, with the language of the letter.
drop function app_newly_covered();
create function app_newly_covered() returns table (
  municipality_no text, link_edition integer, takes_links boolean, language text
)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select assignment.municipality_no, assignment.link_edition, coalesce(setting.takes_links, true), letter.language
  from assignment
  join app_said() as mine on mine.municipality_no = app_municipality()
  cross join lateral letter_language(assignment.municipality_no, assignment.contact_email) as letter
  left join municipality_setting as setting on setting.municipality_no = assignment.municipality_no
  where assignment.round_id = app_round()
    and assignment.contact_email is not null
    and names_municipality(mine.coverage, assignment.municipality_no)
    and not exists (
      select
      from report as earlier
      where earlier.municipality_no = app_municipality()
        and earlier.round_id = app_round()
        and earlier.version < mine.version
        and names_municipality(earlier.coverage, assignment.municipality_no)
    )
$$;
revoke execute on function app_newly_covered() from public;
grant execute on function app_newly_covered() to regionspeil_app;

-- The watch of changes follows what is decided of versions too.
create policy system_reads on report_review for select using ((select app_actor()) = 'system');
