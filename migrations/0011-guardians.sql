-- Who is invited by mistake says so: that is an answer too, and suspends nothing.
alter table guardian_answer drop constraint guardian_answer_answer_check,
  add constraint guardian_answer_answer_check check (answer in ('agreed', 'objected', 'unknown'));
-- The address of the page names the invitation only, never the child.
create unique index guardian_invitation_id on guardian_invitation (id);
