-- Where a published version came from, and who published it at the desk.
alter table content_version
  add column origin text not null default 'folder' check (origin in ('folder', 'desk', 'import')),
  add column published_by uuid,
  add constraint desk_names_who check (origin <> 'desk' or published_by is not null);

-- A draft that is to be published at a moment, exactly as it was then.
create table publication_plan (
  id uuid primary key,
  slug text not null,
  sha256 text not null,
  due_at timestamptz not null,
  planned_by uuid not null,
  planned_at timestamptz not null
);
create index publication_plan_of on publication_plan (slug, planned_at desc);
-- How a plan ended. One row at most: that is what makes it happen once.
create table publication_plan_end (
  plan_id uuid primary key references publication_plan,
  outcome text not null check (outcome in ('published', 'cancelled', 'failed')),
  version integer,
  because text,
  ended_by uuid,
  ended_at timestamptz not null,
  check ((outcome = 'published') = (version is not null)),
  check ((outcome = 'failed') = (because is not null))
);

-- Every move of a claim from phase to phase at the desk (domain 9.1), with the version that carries it and what proves it.
create table claim_phase (
  slug text not null,
  version integer not null,
  from_phase text not null,
  to_phase text not null,
  reason text not null check (reason in ('move', 'mistake')),
  evidence jsonb not null,
  moved_by uuid not null,
  moved_at timestamptz not null,
  primary key (slug, version),
  foreign key (slug, version) references content_version
);

grant select, insert on publication_plan, publication_plan_end, claim_phase to joinder_app;
do $$
declare name text;
begin
  foreach name in array array['publication_plan', 'publication_plan_end', 'claim_phase'] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', name);
    execute format('create trigger append_only_whole before truncate on %I for each statement execute function refuse_change()', name);
  end loop;
end $$;
