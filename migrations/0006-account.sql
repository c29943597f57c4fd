-- What a code may be for; a code for one purpose is worth nothing for another.
alter table email_code drop constraint email_code_purpose_check,
  add constraint email_code_purpose_check check (purpose in ('join', 'sign-in', 'confirm', 'change-email', 'withdraw', 'own-access', 'guardian'));

-- A session is listed and ended by an id of its own, never by its token. Of the device no more than two coarse words are kept.
alter table session add column id uuid not null default gen_random_uuid(),
  add column lasting boolean not null default true,
  add column browser text not null default 'other' check (browser in ('chrome', 'edge', 'firefox', 'opera', 'safari', 'samsung', 'other')),
  add column system text not null default 'other' check (system in ('android', 'chromeos', 'ios', 'linux', 'macos', 'windows', 'other')),
  add column seen_at timestamptz,
  add column proven_by text check (proven_by in ('code', 'passkey'));
update session set seen_at = created_at, proven_by = case when proven_at is not null then 'code' end;
create unique index session_id on session (id);
create index session_address on session (email_index);

-- A passkey belongs to a person and opens the account of the address that person has today.
create table passkey (
  person_id uuid not null,
  credential_id bytea not null,
  id uuid not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  synced boolean not null,
  browser text not null,
  system text not null,
  added_at timestamptz not null,
  used_at timestamptz,
  primary key (person_id, credential_id),
  unique (person_id, id)
);
-- What a passkey signs once: only its hash is kept, for 5 minutes.
create table passkey_challenge (
  hash bytea primary key,
  purpose text not null check (purpose in ('sign-in', 'add', 'confirm')),
  session_id uuid,
  expires_at timestamptz not null
);
create index passkey_challenge_expires_at on passkey_challenge (expires_at);

-- Somebody proved the address by a code although the person has a passkey: the way back for a lost device (decision 16).
create table way_back (
  person_id uuid not null,
  id uuid not null,
  taken_at timestamptz not null,
  primary key (person_id, id),
  foreign key (person_id) references participant
);

-- What stood there before a correction, by whom it was corrected and when (GD-02).
create table participant_change (
  person_id uuid not null,
  id uuid not null,
  field text not null,
  was bytea not null,
  actor text not null,
  changed_at timestamptz not null,
  primary key (person_id, id),
  foreign key (person_id) references participant
);

-- A new address that was typed and not proven yet.
create table email_change_ask (
  person_id uuid primary key,
  email_index bytea not null,
  email bytea not null,
  asked_at timestamptz not null,
  foreign key (person_id) references participant
);

-- Where money goes: the newest row counts. For a child the account is its own, or a representative's by a declaration (MI-07).
create table bank_account (
  person_id uuid not null,
  id uuid not null,
  belongs_to text not null check (belongs_to in ('person', 'representative')),
  account bytea not null,
  actor text not null,
  entered_at timestamptz not null,
  primary key (person_id, id),
  foreign key (person_id) references participant
);

grant select, insert on way_back, participant_change, bank_account to joinder_app;
grant select, insert, update, delete on passkey, passkey_challenge, email_change_ask to joinder_app;
do $$
declare name text;
begin
  foreach name in array array['way_back', 'participant_change', 'bank_account'] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', name);
    execute format('create trigger append_only_whole before truncate on %I for each statement execute function refuse_change()', name);
  end loop;
end $$;
