-- How far the projection is. Written in the same transaction as the rows it vouches for.
CREATE TABLE projected.checkpoint (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  block_number int8 NOT NULL,
  block_hash text NOT NULL,
  parent_hash text NOT NULL,
  block_time timestamptz NOT NULL,
  genesis_hash text NOT NULL,
  fingerprint text NOT NULL
);

-- Every event of the ledger's contracts, in chain order by key: enough to rebuild everything else from.
CREATE TABLE projected.event (
  key text COLLATE "C" PRIMARY KEY,
  block_number int8 NOT NULL,
  block_hash text NOT NULL,
  block_time timestamptz NOT NULL,
  transaction_hash text NOT NULL,
  contract text NOT NULL,
  name text NOT NULL,
  args jsonb NOT NULL,
  ref text,
  members int8[] NOT NULL
);

CREATE INDEX event_transaction ON projected.event (transaction_hash);

-- A request is found again by the first half of its reference, even when schema `local` was lost.
CREATE INDEX event_ref_key ON projected.event (left(ref, 34)) WHERE ref IS NOT NULL;
