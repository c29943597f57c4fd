-- Somebody at the desk corrected what is known about a person, who asked for it (GD-02, GDPR 16): on what ground, how it came in and how the
-- desk made sure who asked. What stood there before is in participant_change.
create table desk_correction (
  person_id uuid not null,
  id uuid not null,
  reason text not null check (reason in ('mistyped', 'name-changed', 'moved', 'papers-shown')),
  came_by text not null check (came_by in ('mail', 'letter', 'phone', 'visit')),
  identity text not null check (identity in ('known-address', 'called-back', 'document-seen')),
  fields text[] not null check (cardinality(fields) > 0),
  actor text not null,
  corrected_at timestamptz not null,
  primary key (person_id, id)
);

-- Somebody objects that data about them support a claim (UAVG 37, GD-09): no list, segment, bulk act or report counts on them. It is taken
-- back by a row of its own.
create table objection (
  person_id uuid not null,
  id uuid not null,
  came_by text not null check (came_by in ('mail', 'letter', 'phone', 'visit')),
  asked_on date not null,
  actor text not null,
  noted_at timestamptz not null,
  primary key (person_id, id)
);
create table objection_end (
  person_id uuid not null,
  objection_id uuid not null,
  came_by text not null check (came_by in ('mail', 'letter', 'phone', 'visit')),
  asked_on date not null,
  actor text not null,
  ended_at timestamptz not null,
  primary key (person_id, objection_id),
  foreign key (person_id, objection_id) references objection
);

grant select, insert on desk_correction, objection, objection_end to joinder_app;
do $$
declare name text;
begin
  foreach name in array array['desk_correction', 'objection', 'objection_end'] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', name);
    execute format('create trigger append_only_whole before truncate on %I for each statement execute function refuse_change()', name);
  end loop;
end $$;
