-- What finds people who may be one human being, without reading: keyed hashes of normalised values (AD-03).
create table match_term (
  person_id uuid not null,
  kind text not null check (kind in ('email', 'account', 'iban', 'word-birth', 'name-postcode', 'birth-address', 'email-stem')),
  term bytea not null,
  primary key (person_id, kind, term)
);
create index match_term_term on match_term (kind, term);
-- A value that so many share that it says nothing of two of them: no pairs, one line (AD-03, AD-05).
create table shared_term (
  kind text not null,
  term bytea not null,
  noticed_at timestamptz not null,
  primary key (kind, term)
);
create index shared_term_noticed on shared_term (noticed_at desc);

-- Two people who may be one, the lower id first; `reasons` are codes. Recomputed when one of them changes. `open`: waits for somebody.
create table duplicate_pair (
  person_id uuid not null,
  other_id uuid not null,
  weight smallint not null check (weight > 0),
  reasons text[] not null,
  open boolean not null,
  found_at timestamptz not null,
  primary key (person_id, other_id),
  check (person_id < other_id)
);
create index duplicate_pair_other on duplicate_pair (other_id);
create index duplicate_pair_open on duplicate_pair (weight desc, person_id, other_id) where open;
-- Somebody looked and decided that they are two; `reasons` is what the decision rests on. The same is not raised again.
create table duplicate_judgement (
  person_id uuid not null,
  other_id uuid not null,
  id uuid not null,
  ground text not null check (ground in ('other-people', 'household', 'twins', 'namesakes', 'account-settled')),
  reasons text[] not null,
  judged_by uuid not null,
  judged_at timestamptz not null,
  primary key (person_id, other_id, id)
);

-- Two persons are one human being: `person_id` counts under `into_id` from then on, until it is undone. Nothing else is written or moved, so
-- that undoing leaves everything as it was.
create table person_merge (
  person_id uuid not null,
  id uuid not null,
  into_id uuid not null,
  proposal_id uuid not null,
  merged_at timestamptz not null,
  primary key (person_id, id),
  foreign key (person_id) references participant,
  foreign key (into_id) references participant,
  check (person_id <> into_id)
);
create index person_merge_into on person_merge (into_id);
create index person_merge_at on person_merge (merged_at desc);
create table person_merge_undo (
  person_id uuid not null,
  merge_id uuid not null,
  proposal_id uuid not null,
  undone_at timestamptz not null,
  primary key (person_id, merge_id),
  foreign key (person_id, merge_id) references person_merge
);

-- A fee that is not owed while another of the same human being stands (MO-09); given back where it was paid.
create table fee_set_aside (
  person_id uuid not null,
  id uuid not null,
  fee_id uuid not null,
  due_on date not null,
  set_aside_at timestamptz not null,
  primary key (person_id, id),
  foreign key (person_id, fee_id) references fee
);
create index fee_set_aside_fee on fee_set_aside (person_id, fee_id);
create index fee_set_aside_due on fee_set_aside (due_on, fee_id);
create table fee_set_aside_end (
  person_id uuid not null,
  set_aside_id uuid not null,
  ended_at timestamptz not null,
  primary key (person_id, set_aside_id),
  foreign key (person_id, set_aside_id) references fee_set_aside
);

-- Signs of abuse of a person as they are computed now: a code and the figures it rests on (AD-05). They queue for a human and do nothing else.
create table signal (
  person_id uuid not null,
  code text not null,
  weight smallint not null check (weight > 0),
  figures jsonb not null,
  found_at timestamptz not null,
  primary key (person_id, code)
);
create table signal_queue (
  person_id uuid primary key,
  score smallint not null,
  open boolean not null,
  watched boolean not null,
  changed_at timestamptz not null
);
create index signal_queue_open on signal_queue (score desc, person_id) where open;
create index signal_queue_watched on signal_queue (score desc, person_id) where watched;
-- What somebody decided on a set of signals; `facts` are the codes with what each rests on, so that the same is not raised again.
create table signal_decision (
  person_id uuid not null,
  id uuid not null,
  decision text not null check (decision in ('no-concern', 'watch', 'suspended')),
  ground text not null,
  score smallint not null,
  facts jsonb not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (person_id, id)
);
create index signal_decision_at on signal_decision (decided_at);
-- From which block of addresses somebody signed, as a keyed hash, for a month.
create table signing_block (
  person_id uuid not null,
  block bytea not null,
  signed_at timestamptz not null,
  primary key (person_id, block, signed_at)
);
create index signing_block_block on signing_block (block, signed_at);
create index signing_block_at on signing_block (signed_at);
create index mail_outcome_refused on mail_outcome (decided_at) where outcome = 'refused';

grant select, insert, update, delete on match_term, shared_term, duplicate_pair, signal, signal_queue, signing_block to joinder_app;
grant select, insert on duplicate_judgement, person_merge, person_merge_undo, fee_set_aside, fee_set_aside_end, signal_decision to joinder_app;
do $$
declare name text;
begin
  foreach name in array array['duplicate_judgement', 'person_merge', 'person_merge_undo', 'fee_set_aside', 'fee_set_aside_end', 'signal_decision'] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', name);
    execute format('create trigger append_only_whole before truncate on %I for each statement execute function refuse_change()', name);
  end loop;
end $$;
