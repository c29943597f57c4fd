-- Who works at the desk. An organiser is a person of the vault like any other, and never a participant under the same id.
create table organiser (
  person_id uuid primary key,
  email_index bytea not null unique,
  email bytea not null,
  name bytea not null,
  language text not null check (language in ('en', 'nl')),
  invited_by uuid,
  invited_at timestamptz not null,
  expires_at timestamptz,
  enrolled_at timestamptz
);
create table organiser_role (
  person_id uuid not null,
  role text not null check (role in ('administrator', 'campaigner', 'case-handler', 'treasurer', 'lawyer', 'auditor')),
  given_by uuid,
  given_at timestamptz not null,
  primary key (person_id, role),
  foreign key (person_id) references organiser
);
create table organiser_suspension (
  person_id uuid not null,
  id uuid not null,
  suspended_by uuid not null,
  suspended_at timestamptz not null,
  lifted_by uuid,
  lifted_at timestamptz,
  primary key (person_id, id),
  foreign key (person_id) references organiser
);
-- The one-time link of the first administrator: only its hash.
create table first_link (
  token_hash bytea primary key,
  made_at timestamptz not null,
  used_at timestamptz
);

-- Four eyes: what one proposed and another answered. The row of the answer repeats who proposed, so that the database itself can refuse
-- the same hand twice (SE-03).
create table proposal (
  id uuid primary key,
  act text not null check (act in ('merge', 'unmerge', 'bulk', 'erasure', 'agreements')),
  subject jsonb not null,
  about_person uuid,
  proposed_by uuid not null,
  note bytea,
  proposed_at timestamptz not null,
  expires_at timestamptz not null,
  unique (id, proposed_by),
  foreign key (proposed_by) references organiser
);
create index proposal_at on proposal (proposed_at desc);
create index proposal_about on proposal (about_person) where about_person is not null;
create table proposal_answer (
  proposal_id uuid primary key,
  proposed_by uuid not null,
  answer text not null check (answer in ('approved', 'declined', 'withdrawn')),
  answered_by uuid not null,
  answered_at timestamptz not null,
  foreign key (proposal_id, proposed_by) references proposal (id, proposed_by),
  foreign key (answered_by) references organiser,
  constraint four_eyes check ((answer = 'withdrawn') = (answered_by = proposed_by))
);

-- How far a follower of the journal has read.
create table journal_follower (
  name text primary key,
  upto bigint not null,
  followed_at timestamptz not null
);

alter table email_code drop constraint email_code_purpose_check,
  add constraint email_code_purpose_check check (purpose in ('join', 'sign-in', 'confirm', 'change-email', 'withdraw', 'own-access', 'guardian', 'desk'));
alter table session drop constraint session_opened_for_check,
  add constraint session_opened_for_check check (opened_for in ('join', 'sign-in', 'withdraw', 'guardian', 'desk'));
alter table passkey_challenge drop constraint passkey_challenge_purpose_check,
  add constraint passkey_challenge_purpose_check check (purpose in ('sign-in', 'add', 'confirm', 'desk'));

grant select, insert on proposal, proposal_answer to joinder_app;
grant select, insert, update on organiser_suspension, first_link, journal_follower to joinder_app;
grant select, insert, update, delete on organiser, organiser_role to joinder_app;
do $$
declare name text;
begin
  foreach name in array array['proposal', 'proposal_answer'] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', name);
    execute format('create trigger append_only_whole before truncate on %I for each statement execute function refuse_change()', name);
  end loop;
end $$;
