-- Anchors: digests and Merkle roots of documents that stay off chain.
CREATE TABLE projected.anchor (
  root text PRIMARY KEY,
  -- Key of the event that anchored it: the order of lists.
  anchored_key text COLLATE "C" NOT NULL,
  member int8 NOT NULL,
  kind text NOT NULL,
  subject text NOT NULL,
  document_count int8 NOT NULL,
  state text NOT NULL CHECK (state IN ('current', 'superseded', 'withdrawn')),
  supersedes text,
  superseded_by text,
  reason_digest text,
  anchored_at timestamptz NOT NULL,
  ended_at timestamptz,
  transaction_hash text NOT NULL
);
CREATE UNIQUE INDEX anchor_key ON projected.anchor (anchored_key);
CREATE INDEX anchor_member ON projected.anchor (member, anchored_key);
CREATE INDEX anchor_subject ON projected.anchor (subject, anchored_key);
