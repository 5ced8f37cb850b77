-- Which person of the member signed in, and for what: second persons are told apart by it.
ALTER TABLE local.session ADD COLUMN person text NOT NULL DEFAULT 'demo';

ALTER TABLE local.session
  ADD COLUMN scopes text[] NOT NULL DEFAULT ARRAY['read', 'write', 'approve', 'administer'];
