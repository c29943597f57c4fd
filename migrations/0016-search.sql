-- Finding people at the desk over sealed data. Both tables are made from others and may be emptied and made anew: for everybody the place in
-- the list (milliseconds of admission, then 20 bits of the id) and the blind terms under which the person is found.
create table search_person (
  person_id uuid primary key,
  place bigint not null unique,
  terms bigint[] not null
);
-- The same terms the other way round. A look-up is a range of this index, in the order of the list, and never more than it shows.
create table search_term (
  term bigint not null,
  place bigint not null,
  primary key (term, place)
);

-- Who cannot be read any more is not found either, whichever way the key went.
create function forget_in_search() returns trigger language plpgsql as $$
begin
  delete from search_term using (select place, unnest(terms) as term from search_person where person_id = old.person_id) gone
    where search_term.term = gone.term and search_term.place = gone.place;
  delete from search_person where person_id = old.person_id;
  return old;
end $$;
create trigger forget_in_search after delete on vault_key for each row execute function forget_in_search();

-- What somebody at the desk typed into the search box, sealed under the organiser's own key, so that no name stands in an address.
create table search_query (
  person_id uuid not null,
  id uuid not null,
  asked bytea not null,
  asked_at timestamptz not null,
  primary key (person_id, id)
);
create index search_query_asked_at on search_query (asked_at);

-- A filter that is used again, by a name. It names no person.
create table segment (
  id uuid primary key,
  name text not null,
  filter text not null,
  saved_by uuid not null,
  saved_at timestamptz not null
);
create unique index segment_name on segment (lower(name));

grant select, insert, update, delete on search_person, search_term, search_query, segment to joinder_app;
