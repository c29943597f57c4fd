-- Rejoining makes new records: a person may take part in a claim again after leaving it. `round` is 1 the first time.
alter table participation add column round smallint not null default 1 check (round > 0);
alter table participation alter column round drop default;
alter table participation drop constraint participation_pkey, add primary key (person_id, claim, round);

-- How a participation ended. No row: it lives (domain 9.2).
create table participation_end (
  person_id uuid not null,
  claim text not null,
  round smallint not null,
  kind text not null check (kind in ('withdrawn', 'terminated', 'no-answer-at-18', 'erased')),
  channel text not null check (channel in ('account', 'function', 'timer', 'desk')),
  notice bytea not null,
  noticed_at timestamptz not null,
  effective_on date not null,
  primary key (person_id, claim, round),
  foreign key (person_id, claim, round) references participation
);

alter table mandate add column round smallint not null default 1 check (round > 0);
alter table mandate alter column round drop default;

-- A capacity of a mandate that ended, and why. No row: it lives.
create table revocation (
  person_id uuid not null,
  mandate_id uuid not null,
  kind text not null,
  reason text not null check (reason in ('revoked', 'withdrawn', 'terminated', 'replaced', 'came-of-age', 'no-answer-at-18', 'erased')),
  revoked_at timestamptz not null,
  effective_on date not null,
  primary key (person_id, mandate_id, kind),
  foreign key (person_id, mandate_id, kind) references capacity
);

-- Who signed for a child; null where somebody signed for themselves.
alter table signature add column representative_id uuid;

-- A child needs no mailbox. The blind index of a birth date is kept only of who was under 18 when admitted: it finds birthdays without reading.
alter table participant alter column email drop not null, alter column email_index drop not null, add column birth_index bytea;
create index participant_birth on participant (birth_index) where birth_index is not null;

-- Why a fee is owed or not is a row for each joining. Of what costs money there is one for each person; after a refund it may be owed anew.
alter table fee add column id uuid not null default gen_random_uuid(), add column round smallint not null default 1, add column turn smallint not null default 1;
alter table fee alter column id drop default, alter column round drop default, alter column turn drop default, alter column reference drop not null;
alter table fee drop constraint fee_pkey, add primary key (person_id, id);
create unique index fee_once on fee (person_id, kind, turn) where cents > 0;
create index fee_claim on fee (person_id, claim);
create table fee_refund (
  person_id uuid not null,
  fee_id uuid not null,
  reason text not null check (reason in ('withdrawn', 'identity-disputed')),
  due_on date not null,
  marked_at timestamptz not null,
  primary key (person_id, fee_id),
  foreign key (person_id, fee_id) references fee
);

-- A person who is known already joins a second claim, joins again, or signs anew: each claim has a draft of its own.
alter table draft drop constraint draft_pkey, add primary key (person_id, claim);
alter table draft add column purpose text not null default 'join' check (purpose in ('join', 'renew', 'come-of-age'));
alter table draft alter column purpose drop default;

grant select, insert on participation_end, revocation, fee_refund to joinder_app;
do $$
declare name text;
begin
  foreach name in array array['participation_end', 'revocation', 'fee_refund'] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', name);
    execute format('create trigger append_only_whole before truncate on %I for each statement execute function refuse_change()', name);
  end loop;
end $$;
