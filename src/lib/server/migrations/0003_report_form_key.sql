-- Which form a version was sent from, so that sending the same form twice gives the same receipt.
alter table report add column form_key text check (length(form_key) between 1 and 100);
create index report_by_form_key on report (municipality_no, round_id, form_key) where form_key is not null;
