-- Which gateway carries the request out. It counts as at work while that gateway's lease lasts.
ALTER TABLE local.request ADD COLUMN holder text;
