-- How a deficiency notice ended is a decision like the others: told, looked at again, taken back (AD-04, GDPR 22(3)).
alter table decision
  add column notice_id uuid,
  drop constraint decision_kind_check,
  add constraint decision_kind_check check (kind in ('suspend', 'lift', 'exclude', 'resolve-flag', 'conclude')),
  add constraint decision_notice_check check ((kind = 'conclude') = (notice_id is not null)),
  add foreign key (person_id, notice_id) references deficiency_notice,
  -- So that a row about a decision can repeat who took it.
  add unique (person_id, id, actor);
insert into decision (person_id, id, kind, reason, notice_id, actor, decided_at)
  select person_id, gen_random_uuid(), 'conclude', reason, notice_id, actor, concluded_at from deficiency_outcome;
alter table case_text drop constraint case_text_about_check;
insert into case_text (person_id, id, about, text, written_at)
  select t.person_id, d.id, 'decision', t.text, t.written_at from case_text t
  join decision d on d.person_id = t.person_id and d.notice_id = t.id where t.about = 'outcome';
delete from case_text where about = 'outcome';
alter table case_text add constraint case_text_about_check check (about in
  ('opening', 'note', 'strike', 'task', 'decision', 'undo', 'notice', 'answer', 'extension', 'review', 'review-answer'));
drop table deficiency_outcome;

-- A term that begins anew because the outcome was taken back.
alter table deficiency_extension drop constraint deficiency_extension_reason_check,
  add constraint deficiency_extension_reason_check check (reason in
    ('asked', 'illness', 'waits-for-papers', 'holiday', 'our-delay', 'outcome-taken-back'));

-- The row that a task is about (a suspension, a notice, a review, a mail): what settles that closes the task.
alter table case_task add column about_id uuid,
  drop constraint case_task_kind_check,
  add constraint case_task_kind_check check (kind in
    ('call', 'write', 'bounced', 'check-papers', 'check-mended', 'more-time', 'cure-over', 'review', 'look-again', 'other'));

-- Somebody asked that another person looks at a decision again. Who took the decision cannot be the one who answers.
create table decision_review (
  person_id uuid not null,
  id uuid not null,
  decision_id uuid not null,
  decided_by text not null,
  came_by text not null check (came_by in ('account', 'mail', 'letter', 'phone')),
  asked_on date not null,
  answer_by date not null,
  actor text not null,
  noted_at timestamptz not null,
  primary key (person_id, id),
  unique (person_id, id, decided_by),
  foreign key (person_id, decision_id, decided_by) references decision (person_id, id, actor)
);
-- The decision stands after a second look. One that does not is taken back, by a row of decision_undo.
create table decision_review_answer (
  person_id uuid not null,
  review_id uuid not null,
  decided_by text not null,
  actor text not null,
  answered_at timestamptz not null,
  primary key (person_id, review_id),
  foreign key (person_id, review_id, decided_by) references decision_review (person_id, id, decided_by),
  check (actor <> decided_by)
);
grant select, insert on decision_review, decision_review_answer to joinder_app;
do $$
declare name text;
begin
  foreach name in array array['decision_review', 'decision_review_answer'] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', name);
    execute format('create trigger append_only_whole before truncate on %I for each statement execute function refuse_change()', name);
  end loop;
end $$;
