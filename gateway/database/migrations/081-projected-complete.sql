-- Whether the rows reach the chain's head or once did. Before that, what is missing here may well exist on the ledger.
ALTER TABLE projected.checkpoint ADD COLUMN is_complete boolean NOT NULL DEFAULT false;
