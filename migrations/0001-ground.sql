-- The plain role the application runs under; roles belong to the whole server, databases are many.
do $$ begin create role joinder_app nologin; exception when duplicate_object or unique_violation then null; end $$;
do $$ begin execute format('grant joinder_app to %I', current_user); exception when unique_violation then null; end $$;
grant usage on schema public to joinder_app;

create function refuse_change() returns trigger language plpgsql as $$
begin raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege'; end $$;

-- platform: vault, files, mail

create table vault_key (
  person_id uuid primary key,
  wrapped bytea not null,
  master_key text not null,
  created_at timestamptz not null
);
create table vault_erasure (
  person_id uuid primary key,
  reason text not null,
  erased_at timestamptz not null
);
create table stored_file (
  person_id uuid not null,
  id uuid not null,
  kind text not null,
  media_type text not null,
  bytes integer not null,
  sha256 bytea not null,
  stored_at timestamptz not null,
  primary key (person_id, id)
);
create table mail (
  person_id uuid not null,
  id uuid not null,
  kind text not null,
  once text not null,
  language text not null,
  message_id text not null,
  letter bytea not null,
  queued_at timestamptz not null,
  primary key (person_id, id),
  unique (person_id, once)
);
create index mail_queued_at on mail (queued_at desc);
create table mail_outcome (
  person_id uuid not null,
  mail_id uuid not null,
  outcome text not null check (outcome in ('accepted', 'refused', 'erased')),
  reply_code integer,
  decided_at timestamptz not null,
  primary key (person_id, mail_id)
);

-- journal

create table journal_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor text not null,
  event text not null,
  person_id uuid,
  facts jsonb not null
);
create index journal_entry_person on journal_entry (person_id, id) where person_id is not null;
create table journal_chain (
  upto bigint primary key,
  entries integer not null,
  hash bytea not null,
  previous bytea not null,
  chained_at timestamptz not null
);

-- identity

create table email_code (
  person_id uuid not null,
  id uuid not null,
  purpose text not null check (purpose in ('join', 'sign-in')),
  email_index bytea not null,
  mac bytea not null,
  attempts_left smallint not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  voided_at timestamptz,
  primary key (person_id, id)
);
create index email_code_address on email_code (email_index, issued_at desc);
create table session (
  token_hash bytea primary key,
  person_id uuid not null,
  email_index bytea not null,
  proven_at timestamptz,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index session_expires_at on session (expires_at);
create table rate_limit (
  key bytea primary key,
  full_at timestamptz not null
);
create index rate_limit_full_at on rate_limit (full_at);

-- claims

create table content_version (
  slug text not null,
  version integer not null,
  kind text not null check (kind in ('claim', 'organisation')),
  sha256 text not null,
  facts jsonb not null,
  published_at timestamptz not null,
  primary key (slug, version)
);
create table content_text (
  slug text not null,
  version integer not null,
  language text not null,
  name text not null,
  title text not null,
  markdown text not null,
  primary key (slug, version, language, name),
  foreign key (slug, version) references content_version
);
create table agreement_text (
  slug text not null,
  kind text not null,
  version text not null,
  language text not null,
  title text not null,
  summary text not null,
  body text not null,
  sha256 text not null,
  published_at timestamptz not null,
  primary key (slug, kind, version, language)
);
create unique index agreement_text_sha256 on agreement_text (sha256);

-- participants

create table participant (
  person_id uuid primary key,
  email_index bytea not null,
  email bytea not null,
  legal_name bytea not null,
  birth_date bytea not null,
  address bytea not null,
  country text not null,
  language text not null,
  admitted_at timestamptz not null
);
create index participant_email on participant (email_index);
create table participant_flag (
  person_id uuid not null,
  flag text not null check (flag in ('plus-alias', 'shared-address')),
  flagged_at timestamptz not null,
  primary key (person_id, flag),
  foreign key (person_id) references participant
);
create table participation (
  person_id uuid not null,
  claim text not null,
  reference text not null,
  language text not null,
  success_fee text not null check (success_fee in ('fixed', 'percent')),
  start_early boolean not null,
  usage bytea not null,
  joined_at timestamptz not null,
  primary key (person_id, claim),
  foreign key (person_id) references participant
);
create index participation_claim on participation (claim, joined_at);
create index participation_reference on participation (reference);

-- mandates

create table signature (
  person_id uuid not null,
  id uuid not null,
  claim text not null,
  way text not null check (way in ('drawn', 'typed')),
  signatory text not null check (signatory in ('self', 'parent', 'guardian')),
  evidence bytea not null,
  signed_at timestamptz not null,
  primary key (person_id, id)
);
create table mandate (
  person_id uuid not null,
  id uuid not null,
  claim text not null,
  signature_id uuid not null,
  language text not null,
  granted_at timestamptz not null,
  primary key (person_id, id),
  unique (person_id, signature_id),
  foreign key (person_id, signature_id) references signature
);
create index mandate_claim on mandate (claim, granted_at);
create table capacity (
  person_id uuid not null,
  mandate_id uuid not null,
  kind text not null check (kind in ('support', 'mandate', 'power-of-attorney', 'assignment')),
  text_sha256 text not null,
  text_version text not null,
  language text not null,
  scope jsonb not null,
  valid_from date not null,
  primary key (person_id, mandate_id, kind),
  foreign key (person_id, mandate_id) references mandate
);
create table seal (
  person_id uuid not null,
  mandate_id uuid not null,
  file_id uuid not null,
  sha256 bytea not null,
  level text not null,
  certificate_sha256 bytea not null,
  test_certificate boolean not null,
  sealed_at timestamptz not null,
  primary key (person_id, mandate_id),
  foreign key (person_id, mandate_id) references mandate,
  foreign key (person_id, file_id) references stored_file
);

-- fees

create table fee (
  person_id uuid not null,
  kind text not null check (kind in ('registration')),
  claim text not null,
  cents integer not null check (cents >= 0),
  vat_cents integer not null check (vat_cents >= 0),
  reference text not null,
  reason text not null,
  owed_at timestamptz not null,
  primary key (person_id, kind)
);
create index fee_reference on fee (reference);

-- joining

create table draft (
  person_id uuid primary key,
  claim text not null,
  language text not null,
  email_index bytea not null,
  answers bytea not null,
  started_at timestamptz not null,
  changed_at timestamptz not null,
  confirmed_at timestamptz,
  reminded_at timestamptz,
  submitted_at timestamptz
);
create index draft_address on draft (email_index, claim);
create index draft_open on draft (started_at) where submitted_at is null;
create index draft_confirmed on draft (claim) where confirmed_at is not null and submitted_at is null;

-- Append-only tables: the role may read and add; a trigger says so to every other role as well.
grant select, insert on vault_erasure, stored_file, mail, mail_outcome, journal_entry, journal_chain, content_version, content_text,
  agreement_text, participant_flag, signature, mandate, capacity, seal, fee to joinder_app;
grant select, insert, update, delete on vault_key, email_code, session, rate_limit, participant, participation, draft to joinder_app;
grant delete on mail, mail_outcome, stored_file to joinder_app;
do $$
declare name text;
begin
  foreach name in array array['vault_erasure', 'journal_entry', 'journal_chain', 'content_version', 'content_text', 'agreement_text',
    'signature', 'mandate', 'capacity', 'seal', 'fee'] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', name);
    execute format('create trigger append_only_whole before truncate on %I for each statement execute function refuse_change()', name);
  end loop;
end $$;
