-- The treasurer's lists: refunds by the day they are due, fees by when they came to be owed; both read by key.
create index fee_refund_due on fee_refund (due_on, fee_id);
create index fee_owed on fee (owed_at desc, id) where cents > 0;
