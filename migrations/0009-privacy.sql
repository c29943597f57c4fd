-- What a person may ask about own data: an archive, built by a job that tells how far it is. The file goes after seven days, and the row with it.
create table archive (
  person_id uuid not null,
  id uuid not null,
  asked_by uuid not null,
  language text not null,
  asked_at timestamptz not null,
  parts integer not null default 0,
  parts_done integer not null default 0,
  file_id uuid,
  built_at timestamptz,
  primary key (person_id, id)
);
create index archive_asked_at on archive (asked_at);
create unique index archive_under_way on archive (person_id) where built_at is null;

-- Erasing was asked. What nobody needs goes at once; the rest when the receipt has been sent, or ten days later.
create table erasure_request (
  person_id uuid primary key,
  receipt_id uuid,
  whole boolean not null,
  asked_at timestamptz not null
);
-- What is kept in spite of it, locked (art. 18), why, and when it is looked at again. A later review is a further row.
create table restriction (
  person_id uuid not null,
  kept text not null check (kept in ('evidence', 'books')),
  ground text not null check (ground in ('17-3-b', '17-3-e')),
  review_on date not null,
  restricted_at timestamptz not null,
  primary key (person_id, kept, review_on)
);
create index restriction_review on restriction (review_on);
-- Which erasures stand in the log outside the database, so that a restored backup can be made to forget again.
create table erasure_logged (
  person_id uuid not null,
  reason text not null,
  logged_at timestamptz not null,
  primary key (person_id, reason)
);

-- How far the daily look at retention is, line by line.
create table retention_run (
  line text not null,
  started_at timestamptz not null,
  after_person uuid,
  looked integer not null default 0,
  acted integer not null default 0,
  finished_at timestamptz,
  primary key (line, started_at)
);

-- Addresses whose holder said "it was not me": strangers cannot make us write to them for a while.
create table mail_stop (
  email_index bytea primary key,
  stopped_at timestamptz not null,
  until timestamptz not null
);
create index mail_stop_until on mail_stop (until);
create index mail_id on mail (id);
create index mail_kind on mail (kind, queued_at);
create index vault_erasure_at on vault_erasure (erased_at);
create index participation_end_noticed on participation_end (noticed_at);

grant select, insert, update, delete on archive, retention_run, mail_stop to joinder_app;
grant select, insert on erasure_request, restriction, erasure_logged to joinder_app;
do $$
declare name text;
begin
  foreach name in array array['erasure_request', 'restriction', 'erasure_logged'] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', name);
    execute format('create trigger append_only_whole before truncate on %I for each statement execute function refuse_change()', name);
  end loop;
end $$;

-- What is no proof of an agreement may go before its person goes: a bank account nobody was paid to, an address that was corrected, the address
-- of another parent who never answered. Still nobody changes such a row.
grant delete on bank_account, participant_change, guardian_invitation, participant_flag to joinder_app;
do $$
declare name text;
begin
  foreach name in array array['bank_account', 'participant_change', 'guardian_invitation'] loop
    execute format('drop trigger append_only on %I', name);
    execute format('create trigger append_only before update on %I for each row execute function refuse_change()', name);
  end loop;
end $$;
