-- What the holder of the first link typed, until the code proves that address; only then somebody is an organiser.
alter table first_link
  add column person_id uuid,
  add column email_index bytea,
  add column email bytea,
  add column name bytea,
  add column language text check (language in ('en', 'nl'));
grant delete on first_link, organiser_suspension to joinder_app;

-- Nobody gives themselves a role or takes part in suspending themselves, whatever the program says (SE-03).
alter table organiser_role add constraint not_by_oneself check (given_by <> person_id);
alter table organiser_suspension add constraint not_by_oneself check (suspended_by <> person_id and lifted_by is distinct from person_id);
