-- Everything written freely about a case: notes, what tasks say, reasons, explanations, answers. It stands apart from the coded rows, so that it
-- goes when its person is erased while what was decided, and on what ground, stays as proof. `id` is that of the row it belongs to.
create table case_text (
  person_id uuid not null,
  id uuid not null,
  about text not null check (about in ('opening', 'note', 'strike', 'task', 'decision', 'undo', 'notice', 'answer', 'extension', 'outcome')),
  text bytea not null,
  written_at timestamptz not null,
  primary key (person_id, id, about)
);

-- Somebody at the desk stated why the sealed parts of a record had to be read; they are open to that one person until then.
create table case_opening (
  person_id uuid not null,
  id uuid not null,
  organiser_id uuid not null,
  reason text not null check (reason in ('complaint', 'question', 'deficiency', 'signal', 'court', 'data-request', 'audit-sample', 'other')),
  opened_at timestamptz not null,
  until timestamptz not null,
  primary key (person_id, id)
);

create table case_note (
  person_id uuid not null,
  id uuid not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (person_id, id)
);
-- A note is never changed; it may be struck, and says so.
create table case_note_strike (
  person_id uuid not null,
  note_id uuid not null,
  reason text not null check (reason in ('wrong-person', 'wrong', 'outdated', 'no-business')),
  struck_by uuid not null,
  struck_at timestamptz not null,
  primary key (person_id, note_id),
  foreign key (person_id, note_id) references case_note
);

-- What somebody has to do. Done and undone again: each time is in the journal.
create table case_task (
  person_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('call', 'write', 'check-papers', 'check-mended', 'more-time', 'cure-over', 'review', 'look-again', 'other')),
  for_organiser uuid,
  for_role text check (for_role in ('administrator', 'campaigner', 'case-handler', 'treasurer', 'lawyer', 'auditor')),
  due_on date not null,
  actor text not null,
  given_at timestamptz not null,
  done_by uuid,
  done_at timestamptz,
  primary key (person_id, id),
  check ((for_organiser is null) <> (for_role is null)),
  check ((done_by is null) = (done_at is null))
);
create index case_task_open on case_task (due_on, id) where done_at is null;
create index case_task_organiser on case_task (for_organiser, due_on, id) where done_at is null and for_organiser is not null;
create index case_task_role on case_task (for_role, due_on, id) where done_at is null and for_role is not null;

-- What a human at the desk decided about somebody (GDPR 22), on a coded ground. Undoing is a row of its own; neither is ever changed.
create table decision (
  person_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('suspend', 'lift', 'exclude', 'resolve-flag')),
  reason text not null,
  claim text,
  suspension_id uuid,
  flag text,
  actor text not null,
  decided_at timestamptz not null,
  primary key (person_id, id),
  check ((kind = 'exclude') = (claim is not null)),
  check ((kind in ('suspend', 'lift')) = (suspension_id is not null)),
  check ((kind = 'resolve-flag') = (flag is not null))
);
create table decision_undo (
  person_id uuid not null,
  decision_id uuid not null,
  reason text not null check (reason in ('mistake', 'new-facts', 'upheld-on-review', 'court')),
  actor text not null,
  undone_at timestamptz not null,
  primary key (person_id, decision_id),
  foreign key (person_id, decision_id) references decision
);

alter table suspension drop constraint suspension_reason_check,
  add constraint suspension_reason_check check (reason in ('custody-objection', 'identity-disputed', 'nobody-represents', 'review'));

-- One letter that lists everything that is wrong, and the time to mend it (AD-04). Two clocks: the last day for the participant, and an earlier
-- one for the desk (9.8); both computed from the day of sending, the days and the calendar that stand beside them.
create table deficiency_notice (
  person_id uuid not null,
  id uuid not null,
  claim text not null,
  defects text[] not null,
  language text not null,
  sent_on date not null,
  cure_days integer not null check (cure_days > 0),
  rule text not null,
  calendar text not null,
  due_on date not null,
  internal_due_on date not null,
  actor text not null,
  sent_at timestamptz not null,
  primary key (person_id, id)
);
create index deficiency_notice_sent on deficiency_notice (sent_on, person_id);
create table deficiency_extension (
  person_id uuid not null,
  notice_id uuid not null,
  id uuid not null,
  days integer not null check (days > 0),
  reason text not null check (reason in ('asked', 'illness', 'waits-for-papers', 'holiday', 'our-delay')),
  due_on date not null,
  internal_due_on date not null,
  actor text not null,
  extended_at timestamptz not null,
  primary key (person_id, id),
  foreign key (person_id, notice_id) references deficiency_notice
);
create table deficiency_answer (
  person_id uuid not null,
  notice_id uuid not null,
  id uuid not null,
  answer text not null check (answer in ('mended', 'more-time')),
  actor text not null,
  answered_at timestamptz not null,
  primary key (person_id, id),
  foreign key (person_id, notice_id) references deficiency_notice
);
create table deficiency_outcome (
  person_id uuid not null,
  notice_id uuid not null,
  outcome text not null check (outcome in ('cured', 'not-cured', 'withdrawn')),
  reason text not null,
  actor text not null,
  concluded_at timestamptz not null,
  primary key (person_id, notice_id),
  foreign key (person_id, notice_id) references deficiency_notice
);

grant select, insert on case_opening, decision, decision_undo, deficiency_notice, deficiency_extension, deficiency_answer, deficiency_outcome to joinder_app;
grant select, insert, delete on case_text, case_note, case_note_strike to joinder_app;
grant select, insert, update, delete on case_task to joinder_app;
do $$
declare name text;
begin
  foreach name in array array['case_opening', 'decision', 'decision_undo', 'deficiency_notice', 'deficiency_extension', 'deficiency_answer',
    'deficiency_outcome'] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', name);
    execute format('create trigger append_only_whole before truncate on %I for each statement execute function refuse_change()', name);
  end loop;
  foreach name in array array['case_text', 'case_note', 'case_note_strike'] loop
    execute format('create trigger append_only before update on %I for each row execute function refuse_change()', name);
    execute format('create trigger append_only_whole before truncate on %I for each statement execute function refuse_change()', name);
  end loop;
end $$;
