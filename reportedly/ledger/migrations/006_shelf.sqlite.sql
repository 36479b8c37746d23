-- What was reckoned once, under a key made of all that went into it. Nothing here is given or told: it can be emptied at any time.

create table shelf (
    key text not null unique,
    content blob not null
);
