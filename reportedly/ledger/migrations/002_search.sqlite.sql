-- Full-text search over the documents, and a lock on what was given: it is added to, never changed.

create virtual table document_words using fts5 (
    title, text,
    content = 'documents', content_rowid = 'entry',
    tokenize = 'unicode61 remove_diacritics 2'
);

create trigger documents_are_searched after insert on documents begin
    insert into document_words (rowid, title, text) values (new.entry, new.title, new.text);
end;

create trigger documents_stay before update on documents begin
    select raise(abort, 'a document is never edited');
end;

create trigger documents_remain before delete on documents begin
    select raise(abort, 'a document is never removed');
end;

create trigger decisions_stay before update on decisions begin
    select raise(abort, 'a decision is undone only by another decision');
end;

create trigger decisions_remain before delete on decisions begin
    select raise(abort, 'a decision is undone only by another decision');
end;
