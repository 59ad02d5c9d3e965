-- What a reader found and the rules did not is a mark beside the others, on its message.
alter table verdict_marks add column message_id text references messages (id);
alter table verdict_marks drop constraint verdict_marks_verdict_check;
alter table verdict_marks add constraint verdict_marks_verdict_check
  check (verdict in ('right', 'wrong', 'unclear', 'missed'));
create index verdict_marks_to_review on verdict_marks (marked_at) where verdict <> 'right';
