-- The registration fee is one for all claims (MO-09): it changes in the foundation and in every claim at once, by two people.
alter table proposal drop constraint proposal_act_check;
alter table proposal add constraint proposal_act_check check (act in ('merge', 'unmerge', 'bulk', 'erasure', 'agreements', 'fee'));
