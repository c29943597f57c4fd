-- Whether the child was invited by who represents it, or asked for an own way in by itself. Only an invitation counts for every proof of its address.
alter table own_access_invitation add column way text not null default 'invited' check (way in ('invited', 'asked'));
alter table own_access_invitation alter column way drop default;

-- Nobody represents the child any more: nothing is done for it until somebody does (art. 1:234 BW).
alter table suspension drop constraint suspension_reason_check,
  add constraint suspension_reason_check check (reason in ('custody-objection', 'identity-disputed', 'nobody-represents'));

-- Who is 16 or 17 agrees to requests about own data, or takes that back; the newest answer counts (GD-07, clause 11.2).
create table request_consent (
  person_id uuid not null,
  id uuid not null,
  answer text not null check (answer in ('agreed', 'withdrawn')),
  sentence bytea not null,
  answered_at timestamptz not null,
  primary key (person_id, id),
  foreign key (person_id) references participant
);
grant select, insert on request_consent to joinder_app;
create trigger append_only before update or delete on request_consent for each row execute function refuse_change();
create trigger append_only_whole before truncate on request_consent for each statement execute function refuse_change();
