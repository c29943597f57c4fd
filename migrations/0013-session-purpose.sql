-- What a session was begun for. Whoever typed an address has a session of it before anything is proven: it opens the page where that code is
-- asked, and no other, or its other doors would tell whether somebody joined with the address.
alter table session add column opened_for text not null default 'join' check (opened_for in ('join', 'sign-in', 'withdraw', 'guardian'));
alter table session alter column opened_for drop default;

-- An own way in by reference and date of birth: the desk sees who came in so, and where it was asked for once more (decision 19).
alter table participant_flag drop constraint participant_flag_flag_check,
  add constraint participant_flag_flag_check check (flag in ('plus-alias', 'shared-address', 'own-access-by-reference', 'own-access-contested'));
