-- How many left a claim, without reading who.
create index participation_end_claim on participation_end (claim);
