-- A signature begun at the computer and made on the phone: one link for each draft, good once and for 15 minutes. Only hashes are kept.
create table signing_link (
  person_id uuid not null,
  claim text not null,
  token_hash bytea not null,
  phone_hash bytea,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  opened_at timestamptz,
  signed_at timestamptz,
  primary key (person_id, claim)
);
create index signing_link_token on signing_link (token_hash);
create index signing_link_phone on signing_link (phone_hash) where phone_hash is not null;
grant select, insert, update, delete on signing_link to joinder_app;
