-- The working copy of a claim or of the foundation, which nobody outside the desk sees. `version` is the published one it began from;
-- null where nothing was published yet.
create table content_draft_base (
  slug text primary key,
  version int,
  opened_by text not null,
  opened_at timestamptz not null,
  foreign key (slug, version) references content_version
);
create table content_draft (
  slug text not null,
  path text not null,
  raw text not null,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (slug, path),
  foreign key (slug) references content_draft_base on delete cascade
);
-- Which words of a text were last found to say the same in every language, and by whom. Outlives the draft.
create table content_match (
  slug text not null,
  name text not null,
  language text not null,
  sha256 text not null,
  matched_by text not null,
  matched_at timestamptz not null,
  primary key (slug, name, language)
);
grant select, insert, update, delete on content_draft_base, content_draft, content_match to joinder_app;
