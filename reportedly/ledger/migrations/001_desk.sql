-- Every transaction is one entry, and every row names the entry that wrote it: "as known at noon" is "up to the last
-- entry recorded by noon". Given rows: documents, decisions. All others are derived from them and can be made again.

create table meta (
    key text primary key,
    value text not null
);

create table entries (
    number integer primary key,
    recorded_at text not null
);
create index entries_by_recorded_at on entries (recorded_at, number);

create table documents (
    entry integer primary key references entries (number),
    id text not null unique,
    source text not null,
    url text,
    title text,
    outlet text,
    author text,
    language text,
    published text,
    published_basis text,
    modified text,
    body text not null,
    text text not null
);
create index documents_by_source on documents (source);

create table decisions (
    entry integer not null references entries (number),
    id text primary key,
    action text not null,
    target text not null,
    change text not null,
    reason text not null,
    author text not null,
    decided_at text not null
);

-- What gathering saw in one document: clues to its date, its fingerprint. `rules` names the version that saw it.
create table facts (
    entry integer not null references entries (number),
    document text not null references documents (id),
    name text not null,
    rules text not null,
    content text not null,
    primary key (document, name, entry)
);

create table refusals (
    entry integer not null references entries (number),
    source text not null,
    reason text not null,
    cure text not null,
    partial integer not null,
    primary key (source, reason, cure)
);

-- A reading and the dating that it used. Of a document's readings the one of the latest entry holds.
create table readings (
    entry integer primary key references entries (number),
    document text not null references documents (id),
    reader text not null,
    published text,
    published_basis text,
    dating_note text not null
);
create index readings_by_document on readings (document, entry);

create table claims (
    reading integer not null references readings (entry),
    position integer not null,
    id text not null,
    kind text not null,
    span_start integer not null,
    span_end integer not null,
    quote text not null,
    attribution text not null,
    modality text not null,
    said_on text,
    as_of text,
    happened text,
    place_start integer,
    place_end integer,
    background integer not null,
    content text not null,
    primary key (reading, position)
);
create index claims_by_id on claims (id);

create table mentions (
    reading integer not null references readings (entry),
    position integer not null,
    span_start integer not null,
    span_end integer not null,
    text text not null,
    name text not null,
    kind text not null,
    title text,
    country text,
    place text,
    organ_start integer,
    organ_end integer,
    lies_within text,
    primary key (reading, position)
);

create table skips (
    reading integer not null references readings (entry),
    position integer not null,
    span_start integer not null,
    span_end integer not null,
    reason text not null,
    primary key (reading, position)
);

-- What a briefing said of a line. A row is written only where it differs from the one before; no content: it is gone.
create table findings (
    entry integer not null references entries (number),
    id text not null,
    content text,
    primary key (id, entry)
);
