-- Whom the foundation has to tell that it no longer acts for somebody (3:76 BW, SG-03). The letters are sent later and leave rows of their own.
create table mandate_ended_notice (
  person_id uuid not null,
  mandate_id uuid not null,
  kind text not null,
  respondent text not null,
  queued_at timestamptz not null,
  primary key (person_id, mandate_id, kind, respondent),
  foreign key (person_id, mandate_id, kind) references revocation
);

-- The first step of the withdrawal function, until it is confirmed: what was sent, and when (6:230oa BW, MO-04).
create table withdrawal_asked (
  person_id uuid not null,
  session_hash bytea not null,
  claim text not null,
  asked bytea not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  proven_at timestamptz,
  primary key (person_id, session_hash)
);

-- What somebody was told about leaving, as it was mailed; the copy among the documents is made afterwards.
create table leaving_receipt (
  person_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('withdrawn', 'terminated', 'revoked')),
  receipt bytea not null,
  made_at timestamptz not null,
  primary key (person_id, id),
  foreign key (person_id) references participant
);
create table leaving_receipt_file (
  person_id uuid not null,
  receipt_id uuid not null,
  file_id uuid not null,
  stored_at timestamptz not null,
  primary key (person_id, receipt_id),
  foreign key (person_id, receipt_id) references leaving_receipt
);

-- A letter to the court registry, to opt out or in; no part of leaving (1018f Rv, WA-08, WA-09). The participant sends it.
create table court_letter (
  person_id uuid not null,
  id uuid not null,
  claim text not null,
  kind text not null check (kind in ('opt-out', 'opt-in')),
  language text not null,
  letter bytea not null,
  asked_at timestamptz not null,
  primary key (person_id, id),
  foreign key (person_id) references participant
);
create table court_letter_step (
  person_id uuid not null,
  letter_id uuid not null,
  step text not null check (step in ('prepared', 'sent', 'confirmed')),
  happened_on date not null,
  file_id uuid,
  noted_at timestamptz not null,
  primary key (person_id, letter_id, step),
  foreign key (person_id, letter_id) references court_letter,
  check ((step = 'prepared') = (file_id is not null))
);

grant select, insert on mandate_ended_notice, leaving_receipt, leaving_receipt_file, court_letter, court_letter_step to joinder_app;
grant select, insert, update, delete on withdrawal_asked to joinder_app;
do $$
declare name text;
begin
  foreach name in array array['mandate_ended_notice', 'leaving_receipt', 'leaving_receipt_file', 'court_letter', 'court_letter_step'] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', name);
    execute format('create trigger append_only_whole before truncate on %I for each statement execute function refuse_change()', name);
  end loop;
end $$;
