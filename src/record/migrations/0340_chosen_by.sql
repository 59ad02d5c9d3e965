-- Which practitioner chose that a text is said, where a person chose: their name stands beside it in the thread.
alter table deliveries add column chosen_by text;
