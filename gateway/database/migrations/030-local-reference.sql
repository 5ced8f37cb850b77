-- Numbers of banks, registries and bills behind the digests that the ledger holds.
CREATE TABLE local.reference (
  digest text PRIMARY KEY,
  text text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now()
);
