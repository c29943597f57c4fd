-- One act on a whole segment. What was drawn up: which segment, which act, how many people it was, and by how many that number may move
-- until somebody else approves. No names: the filter and the parameters are
-- codes; what the people will be told is sealed under who wrote it.
create table bulk_plan (
  id uuid primary key,
  act text not null,
  filter jsonb not null,
  params jsonb not null,
  because text not null,
  explanation bytea,
  counted integer not null,
  may_move integer not null,
  drawn_up_by uuid not null,
  drawn_up_at timestamptz not null,
  foreign key (drawn_up_by) references organiser
);
create index bulk_plan_at on bulk_plan (drawn_up_at desc);
-- A plan is proposed once; declined, it is drawn up anew and counted anew.
create table bulk_proposed (
  plan_id uuid primary key,
  proposal_id uuid not null unique,
  foreign key (plan_id) references bulk_plan,
  foreign key (proposal_id) references proposal
);
-- The people who are shown as examples, to who proposes and to who approves alike.
create table bulk_sample (
  person_id uuid not null,
  plan_id uuid not null,
  primary key (person_id, plan_id)
);
create index bulk_sample_plan on bulk_sample (plan_id);
-- How far an approved plan is. Numbers only; whether it goes, waits or was stopped follows from its orders.
create table bulk_run (
  plan_id uuid primary key,
  proposal_id uuid not null unique,
  approved_by uuid not null,
  started_at timestamptz not null,
  gathered_at timestamptz,
  people integer not null default 0,
  done integer not null default 0,
  refused integer not null default 0,
  failed integer not null default 0,
  undone integer not null default 0,
  kept integer not null default 0,
  going_since timestamptz not null,
  answered_before integer not null default 0,
  over_at timestamptz,
  undone_at timestamptz,
  foreign key (plan_id) references bulk_plan
);
create table bulk_order (
  plan_id uuid not null,
  number integer not null,
  word text not null check (word in ('pause', 'go-on', 'stop', 'undo')),
  because text,
  explanation bytea,
  ordered_by uuid,
  ordered_at timestamptz not null,
  primary key (plan_id, number),
  foreign key (plan_id) references bulk_run
);
-- One row for each person of the set that was fixed at the start, and what became of it.
create table bulk_item (
  person_id uuid not null,
  plan_id uuid not null,
  outcome text check (outcome in ('done', 'refused', 'failed')),
  because text,
  applied jsonb,
  answered_at timestamptz,
  undo text check (undo in ('undone', 'kept')),
  undo_because text,
  undone_at timestamptz,
  primary key (person_id, plan_id)
);
create index bulk_item_waiting on bulk_item (plan_id, person_id) where outcome is null;
create index bulk_item_done on bulk_item (plan_id, person_id) where outcome = 'done' and undo is null;
create index bulk_item_told on bulk_item (plan_id, person_id) where outcome in ('refused', 'failed') or undo = 'kept';

-- Erasing by the desk: why, how it came, how the foundation knew who asked, and how it answers. The proposal names this row.
create table desk_erasure (
  person_id uuid not null,
  id uuid not null,
  because text not null check (because in ('asked', 'died', 'minor-without-parent', 'not-theirs', 'test-entry')),
  came_by text not null check (came_by in ('letter', 'phone', 'mail', 'visit', 'found')),
  identity text not null check (identity in ('known-address', 'called-back', 'document-seen', 'representative', 'certificate', 'not-needed')),
  asked_on date not null,
  answer_by text not null check (answer_by in ('mail', 'letter')),
  prepared_by uuid not null,
  prepared_at timestamptz not null,
  primary key (person_id, id)
);
-- Somebody looked whether what is locked must still be kept (18; SE-06).
create table restriction_look (
  person_id uuid not null,
  id uuid not null,
  because text not null check (because in ('claim-goes-on', 'dispute', 'books', 'law-asks')),
  looked_by uuid not null,
  looked_at timestamptz not null,
  primary key (person_id, id)
);
create index restriction_person on restriction (review_on, person_id);

grant select, insert on bulk_plan, bulk_proposed, bulk_order, desk_erasure, restriction_look to joinder_app;
grant select, insert, delete on bulk_sample to joinder_app;
grant select, insert, update, delete on bulk_item to joinder_app;
grant select, insert, update on bulk_run to joinder_app;
do $$
declare name text;
begin
  foreach name in array array['bulk_plan', 'bulk_proposed', 'bulk_order', 'desk_erasure', 'restriction_look'] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', name);
    execute format('create trigger append_only_whole before truncate on %I for each statement execute function refuse_change()', name);
  end loop;
end $$;
