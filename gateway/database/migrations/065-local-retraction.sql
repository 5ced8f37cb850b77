-- Reorganisations that the projection followed, and the events that they took back. The chain no longer knows them, so
-- they are no part of schema projected.
CREATE TABLE local.reorganisation (
  reorganisation_id int8 GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- The last block that both branches share.
  fork_block int8 NOT NULL,
  fork_hash text NOT NULL,
  -- The block that was projected last and is gone.
  head_block int8 NOT NULL,
  head_hash text NOT NULL,
  found_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE local.retraction (
  reorganisation_id int8 NOT NULL REFERENCES local.reorganisation,
  -- Key of the event as it was published, with its block: another event of the new branch may take the same key.
  key text COLLATE "C" NOT NULL,
  block_number int8 NOT NULL,
  block_hash text NOT NULL,
  transaction_hash text NOT NULL,
  contract text NOT NULL,
  name text NOT NULL,
  members int8[] NOT NULL,
  retracted_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (reorganisation_id, key)
);
