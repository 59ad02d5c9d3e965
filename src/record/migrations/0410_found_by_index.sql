-- What is asked again and again and would otherwise be looked for in every row there ever was. Each index below holds only
-- what is still open, or rare, so that it costs all but nothing to keep. Foreign keys have none of their own: nothing
-- they lead to is ever deleted (words are shredded in place), and no question goes backwards along them.

-- Asked before each text: whether an earlier one of the same line is still to go.
create index deliveries_not_gone on deliveries (line_id, order_number) where state in ('waiting', 'claimed', 'in-doubt');
-- The page of what needs mending, and each night's look for texts to staff that have outlived their term.
create index deliveries_to_staff on deliveries (created_at) where practitioner_id is not null;

-- Every page of staff asks where their view of a line ends.
create index events_that_end_a_view on events ((data ->> 'practitioner')) where name = 'view-ended';
create index lines_with_not_them on lines (id) where not_them <> '{}';
-- The page of what is kept and destroyed.
create index events_of_destruction on events (happened_at) where name in ('words-destroyed', 'identities-destroyed');

-- What was promised on a line and is open, with every turn; and the auditor, every minute. Messages are written in the order they came: a block range is enough, and costs nothing.
create index commitments_open on commitments (line_id, due_at) where kept_at is null and admitted_at is null;
create index messages_by_time on messages using brin (received_at);
-- The page of what was closed lately.
create index concerns_closed on concerns (closed_at) where closed_at is not null;

-- What waits of one subject, whatever its kind, is asked too: with the kind first, all that waits of anybody was read.
create unique index errands_waiting_of on errands (subject, kind) where done_at is null;
drop index errands_waiting_once;
