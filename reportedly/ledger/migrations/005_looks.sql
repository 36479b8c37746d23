-- When somebody was shown a briefing, and up to which entry it reached: what came after that is news to them.

create table looks (
    entry integer primary key references entries (number),
    seen integer not null
);
