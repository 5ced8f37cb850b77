-- What undoes the newest blocks: each row that a block changed, as it was before. Pruned as blocks age.
CREATE TABLE projected.recent_block (
  block_number int8 PRIMARY KEY,
  block_hash text NOT NULL,
  parent_hash text NOT NULL,
  block_time timestamptz NOT NULL,
  -- [[table, primary key, row or null], ...]
  before jsonb NOT NULL
);
