-- The town at which a document's story plays, as the reading took it: the desk's articles tell it together.

alter table readings add column site text;
