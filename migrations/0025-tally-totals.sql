-- The sum of every count so far, under the day before all days: what public pages and /metrics ask needs a row or two, however old a claim is.
insert into tally (what, claim, day, of, n)
  select what, claim, '-infinity', of, sum(n) from tally where what not in ('age', 'reached') group by what, claim, of;
