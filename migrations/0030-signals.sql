-- Nothing looks for decisions by their time alone: they are read of one person, or of those who have signs.
drop index signal_decision_at;
