-- Headers of the ledger's blocks, and what validators signed about them. `local`, since no header carries it and validators
-- that are gone sign nothing any more.
CREATE TABLE local.block_proof (
  block_number int8 PRIMARY KEY,
  block_hash text NOT NULL,
  -- RLP, as the engine hashes it.
  header text NOT NULL,
  -- Null where a later block is signed for, of which this one is an ancestor by the headers between.
  signed_message text,
  covered_by int8 NOT NULL CHECK (covered_by >= block_number),
  has_events boolean NOT NULL,
  proved_at timestamptz NOT NULL DEFAULT now(),
  CHECK ((signed_message IS NOT NULL) = (covered_by = block_number))
);
CREATE INDEX block_proof_events ON local.block_proof (block_number) WHERE has_events;
