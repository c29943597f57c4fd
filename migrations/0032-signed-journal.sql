-- Each link of the journal's chain is signed with a key outside the database: who owns the database cannot make the chain anew unnoticed.
-- Links from before stay without; the first signed one covers them, for its hash goes over theirs.
alter table journal_chain add column key text, add column signature bytea, add check ((key is null) = (signature is null));

-- A look at the chain: `asked_by` is null where the program looks by itself; `signed_after` is the last
-- entry under links from before links were signed; and a signature may be what is wrong.
alter table journal_check alter column asked_by drop not null,
  add column signed_after bigint,
  drop constraint journal_check_wrong_check,
  add constraint journal_check_wrong_check check (wrong in ('changed', 'cut-off', 'not-signed'));

-- What a finished look found is what the next one compares with: it stays as it is.
create trigger finished before update on journal_check for each row when (old.finished_at is not null) execute function refuse_change();
create trigger append_only before delete on journal_check for each row execute function refuse_change();
create trigger append_only_whole before truncate on journal_check for each statement execute function refuse_change();
