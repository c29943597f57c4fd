-- Who acts for a child: a parent with authority or a guardian, by a declaration made when signing (MI-02, SG-07).
create table representation (
  person_id uuid not null,
  representative_id uuid not null,
  relation text not null check (relation in ('parent', 'guardian')),
  authority text not null check (authority in ('joint', 'sole', 'guardianship')),
  declaration bytea not null,
  declared_at timestamptz not null,
  primary key (person_id, representative_id),
  foreign key (person_id) references participant
);
create index representation_representative on representation (representative_id);
create table representation_end (
  person_id uuid not null,
  representative_id uuid not null,
  reason text not null check (reason in ('came-of-age', 'given-up', 'objection-upheld', 'court-order')),
  ended_at timestamptz not null,
  primary key (person_id, representative_id),
  foreign key (person_id, representative_id) references representation
);

-- The other parent: invited by mail, recorded either way. An objection suspends every act for the child (SG-07).
create table guardian_invitation (
  person_id uuid not null,
  id uuid not null,
  representative_id uuid not null,
  email_index bytea not null,
  contact bytea not null,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (person_id, id),
  foreign key (person_id) references participant
);
create index guardian_invitation_address on guardian_invitation (email_index);
create table guardian_answer (
  person_id uuid not null,
  invitation_id uuid not null,
  answer text not null check (answer in ('agreed', 'objected')),
  statement bytea not null,
  answered_at timestamptz not null,
  primary key (person_id, invitation_id),
  foreign key (person_id, invitation_id) references guardian_invitation
);
create table suspension (
  person_id uuid not null,
  id uuid not null,
  reason text not null check (reason in ('custody-objection', 'identity-disputed')),
  suspended_at timestamptz not null,
  primary key (person_id, id)
);
create table suspension_lift (
  person_id uuid not null,
  suspension_id uuid not null,
  reason text not null,
  lifted_at timestamptz not null,
  primary key (person_id, suspension_id),
  foreign key (person_id, suspension_id) references suspension
);

-- From 16 the child has its own way in: the address it was invited at, proven by a code.
create table own_access_invitation (
  person_id uuid not null,
  id uuid not null,
  email_index bytea not null,
  email bytea not null,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (person_id, id),
  foreign key (person_id) references participant
);
create index own_access_invitation_address on own_access_invitation (email_index);

grant select, insert on representation, representation_end, guardian_invitation, guardian_answer, suspension, suspension_lift, own_access_invitation to joinder_app;
grant delete on own_access_invitation to joinder_app;
do $$
declare name text;
begin
  foreach name in array array['representation', 'representation_end', 'guardian_invitation', 'guardian_answer', 'suspension', 'suspension_lift'] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', name);
    execute format('create trigger append_only_whole before truncate on %I for each statement execute function refuse_change()', name);
  end loop;
end $$;
