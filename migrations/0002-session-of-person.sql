-- Erasing a draft or a stranger ends the person's sessions.
create index session_person on session (person_id);
