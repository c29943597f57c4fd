-- What was agreed stays true when the terms of the claim change later. Who joined before this got the terms of the newest content.
alter table participation
  add column success_fixed_cents integer not null default 0 check (success_fixed_cents >= 0),
  add column success_percent integer not null default 0 check (success_percent between 0 and 100);
update participation set success_fixed_cents = terms.fixed, success_percent = terms.percent
from (
  select distinct on (slug) slug, (facts -> 'money' ->> 'successFixed')::integer as fixed, (facts -> 'money' ->> 'successPercent')::integer as percent
  from content_version where kind = 'claim' order by slug, version desc
) as terms
where terms.slug = participation.claim;
alter table participation alter column success_fixed_cents drop default, alter column success_percent drop default;
