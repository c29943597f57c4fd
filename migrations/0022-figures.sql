-- Counts for the overview and for public pages, and no persons. `n` of a `what` (and `of` what kind) on a day of a claim, in the claim's zone.
create table tally (
  what text not null,
  claim text not null,
  day date not null,
  of text not null,
  n bigint not null,
  primary key (what, claim, day, of)
) with (fillfactor = 70);

-- What the triggers below saw and nobody has added up yet. Writers only insert here, so none waits for another; `figures` takes the rows out.
create table tally_delta (
  id bigint generated always as identity primary key,
  what text not null,
  claim text not null,
  at timestamptz not null,
  of text not null,
  n integer not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
grant select, insert, delete on tally_delta to joinder_app;
grant select, insert, update on tally to joinder_app;

-- Rows of one statement are counted together, by quarter of an hour: every zone's midnight is the end of one.
create function quarter(at timestamptz) returns timestamptz language sql immutable
  return date_bin('15 minutes', at, timestamptz '2000-01-01 00:00:00+00');

-- An import of a whole state brings its counts along and counts nothing anew.
create function is_carried() returns boolean language sql stable
  return coalesce(current_setting('joinder.carried', true), '') = 'yes';

create function tally_draft_begun() returns trigger language plpgsql as $$
begin
  if is_carried() then return null; end if;
  insert into tally_delta (what, claim, at, of, n)
    select 'started', claim, quarter(started_at), '', count(*) from added where purpose = 'join' group by 2, 3
    union all
    select 'confirmed', claim, quarter(confirmed_at), '', count(*) from added where purpose = 'join' and confirmed_at is not null group by 2, 3
    union all
    select 'finished', claim, quarter(confirmed_at), '', count(*) from added
      where purpose = 'join' and confirmed_at is not null and submitted_at is not null group by 2, 3;
  return null;
end $$;
create trigger tally_begun after insert on draft referencing new table as added for each statement execute function tally_draft_begun();

-- `began`: the row of an earlier joining is used for a new one.
create function tally_draft_changed() returns trigger language plpgsql as $$
declare
  began boolean := new.started_at <> old.started_at or new.purpose <> old.purpose or (old.submitted_at is not null and new.submitted_at is null);
begin
  insert into tally_delta (what, claim, at, of, n)
    select what, claim, at, '', 1 from (values
      ('started', new.claim, new.started_at, new.purpose = 'join' and began),
      ('confirmed', new.claim, new.confirmed_at, new.purpose = 'join' and new.confirmed_at is not null and (began or old.confirmed_at is null)),
      ('finished', new.claim, new.confirmed_at,
        new.purpose = 'join' and new.confirmed_at is not null and new.submitted_at is not null and (began or old.submitted_at is null)),
      ('dropped', old.claim, old.confirmed_at,
        old.purpose = 'join' and began and old.confirmed_at is not null and old.submitted_at is null)
    ) as seen (what, claim, at, counts) where counts;
  return null;
end $$;
create trigger tally_changed after update on draft for each row
  when ((old.purpose = 'join' or new.purpose = 'join') and (old.purpose <> new.purpose or old.started_at <> new.started_at
    or old.confirmed_at is distinct from new.confirmed_at or old.submitted_at is distinct from new.submitted_at))
  execute function tally_draft_changed();

create function tally_draft_gone() returns trigger language plpgsql as $$
begin
  insert into tally_delta (what, claim, at, of, n)
    select 'dropped', claim, quarter(confirmed_at), '', count(*) from gone
    where purpose = 'join' and confirmed_at is not null and submitted_at is null group by 2, 3;
  return null;
end $$;
create trigger tally_gone after delete on draft referencing old table as gone for each statement execute function tally_draft_gone();

create function tally_participation() returns trigger language plpgsql as $$
begin
  if is_carried() then return null; end if;
  insert into tally_delta (what, claim, at, of, n)
    select 'joined', claim, quarter(joined_at), added.language || ' ' || participant.country, count(*)
    from added join participant using (person_id) group by 2, 3, 4;
  return null;
end $$;
create trigger tally_joined after insert on participation referencing new table as added for each statement execute function tally_participation();

create function tally_participation_end() returns trigger language plpgsql as $$
begin
  if is_carried() then return null; end if;
  insert into tally_delta (what, claim, at, of, n)
    select 'left', claim, quarter(noticed_at), kind, count(*) from added group by 2, 3, 4;
  return null;
end $$;
create trigger tally_left after insert on participation_end referencing new table as added for each statement
  execute function tally_participation_end();

create function tally_mandate() returns trigger language plpgsql as $$
begin
  if is_carried() then return null; end if;
  insert into tally_delta (what, claim, at, of, n)
    select 'granted', claim, quarter(granted_at), '', count(*) from added group by 2, 3;
  return null;
end $$;
create trigger tally_granted after insert on mandate referencing new table as added for each statement execute function tally_mandate();

-- A seal counts on the day of its mandate. `first`: of the mandate with which the person joined; the others replaced one.
create function tally_seal() returns trigger language plpgsql as $$
begin
  if is_carried() then return null; end if;
  insert into tally_delta (what, claim, at, of, n)
    select 'sealed', mandate.claim, quarter(mandate.granted_at), case when joined_at = granted_at then 'first' else 'again' end, count(*)
    from added join mandate on mandate.person_id = added.person_id and mandate.id = added.mandate_id
      left join participation on participation.person_id = mandate.person_id and participation.claim = mandate.claim
        and participation.round = mandate.round
    group by 2, 3, 4;
  return null;
end $$;
create trigger tally_sealed after insert on seal referencing new table as added for each statement execute function tally_seal();

create function tally_mail() returns trigger language plpgsql as $$
begin
  if is_carried() then return null; end if;
  insert into tally_delta (what, claim, at, of, n) select 'mail', '', quarter(queued_at), 'queued', count(*) from added group by 3;
  return null;
end $$;
create trigger tally_queued after insert on mail referencing new table as added for each statement execute function tally_mail();
create function tally_mail_outcome() returns trigger language plpgsql as $$
begin
  if is_carried() then return null; end if;
  insert into tally_delta (what, claim, at, of, n) select 'mail', '', quarter(decided_at), outcome, count(*) from added group by 3, 4;
  return null;
end $$;
create trigger tally_decided after insert on mail_outcome referencing new table as added for each statement
  execute function tally_mail_outcome();

-- Mails of people who are erased go, decided or not: without these two an undecided one would wait for ever.
create function tally_mail_gone() returns trigger language plpgsql as $$
begin
  insert into tally_delta (what, claim, at, of, n) select 'mail', '', quarter(queued_at), 'gone', count(*) from gone group by 3;
  return null;
end $$;
create trigger tally_gone after delete on mail referencing old table as gone for each statement execute function tally_mail_gone();
create function tally_mail_outcome_gone() returns trigger language plpgsql as $$
begin
  insert into tally_delta (what, claim, at, of, n) select 'mail', '', quarter(decided_at), 'outcome-gone', count(*) from gone group by 3;
  return null;
end $$;
create trigger tally_gone after delete on mail_outcome referencing old table as gone for each statement
  execute function tally_mail_outcome_gone();

-- What is there already.
insert into tally (what, claim, day, of, n)
  select what, claim, (at at time zone 'Europe/Amsterdam')::date, of, count(*) from (
    select 'started' as what, claim, started_at as at, '' as of from draft where purpose = 'join'
    union all select 'confirmed', claim, confirmed_at, '' from draft where purpose = 'join' and confirmed_at is not null
    union all select 'finished', claim, confirmed_at, '' from draft
      where purpose = 'join' and confirmed_at is not null and submitted_at is not null
    union all select 'joined', claim, joined_at, participation.language || ' ' || country from participation join participant using (person_id)
    union all select 'left', claim, noticed_at, kind from participation_end
    union all select 'granted', claim, granted_at, '' from mandate
    union all select 'sealed', mandate.claim, granted_at, case when joined_at = granted_at then 'first' else 'again' end
      from seal join mandate on mandate.person_id = seal.person_id and mandate.id = seal.mandate_id
        left join participation on participation.person_id = mandate.person_id and participation.claim = mandate.claim
          and participation.round = mandate.round
    union all select 'mail', '', queued_at, 'queued' from mail
    union all select 'mail', '', decided_at, outcome from mail_outcome
  ) as seen group by 1, 2, 3, 4;

-- The journal at the desk: by time, by event, by who works there.
create index journal_entry_at on journal_entry (at, id);
create index journal_entry_event on journal_entry (event, at, id);
create index journal_entry_organiser on journal_entry (actor, at, id) where actor like 'organiser:%';

-- A look at the whole chain of the journal, and how far it is. A finished one says what the chain was, for the next look to compare with.
create table journal_check (
  id uuid primary key,
  asked_by uuid not null,
  asked_at timestamptz not null,
  upto bigint not null default 0,
  hash bytea not null,
  batches integer not null default 0,
  entries bigint not null default 0,
  unchained integer,
  finished_at timestamptz,
  wrong text check (wrong in ('changed', 'cut-off')),
  wrong_upto bigint
);
create index journal_check_asked on journal_check (asked_at desc);
grant select, insert, update on journal_check to joinder_app;
