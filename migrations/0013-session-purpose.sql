-- What a session was begun for. Whoever typed an address has a session of it before anything is proven: it opens the page where that code is
-- asked, and no other, or its other doors would tell whether somebody joined with the address.
alter table session add column opened_for text not null default 'join' check (opened_for in ('join', 'sign-in', 'withdraw', 'guardian'));
alter table session alter column opened_for drop default;
