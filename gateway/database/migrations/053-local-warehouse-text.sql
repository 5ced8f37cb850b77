-- A place is its address: nothing more stands beside its digest.
ALTER TABLE local.place_text DROP COLUMN detail;
