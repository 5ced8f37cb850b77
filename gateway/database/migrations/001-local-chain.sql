-- The one chain this database belongs to; another chain at the same address is refused at start.
CREATE TABLE local.chain (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  chain_id int8 NOT NULL,
  genesis_hash text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now()
);
