-- What stands behind digests of places, marks, goods and receipts: written by the gateway that was told, never projected.
CREATE TABLE local.place_text (
  place text PRIMARY KEY,
  address text NOT NULL,
  detail text NOT NULL,
  recorded_by int8 NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE local.lot_text (
  -- A mark means something at its place alone.
  goods_key text PRIMARY KEY,
  mark text NOT NULL,
  goods jsonb NOT NULL,
  recorded_by int8 NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE local.receipt_terms (
  terms_digest text PRIMARY KEY,
  terms jsonb NOT NULL,
  recorded_by int8 NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now()
);

-- Holders' signed orders for the custodian to carry out.
CREATE SEQUENCE local.receipt_order_number;
CREATE TABLE local.receipt_order (
  order_id int8 PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('pick-up', 'cancellation', 'replacement')),
  receipt_id int8 NOT NULL,
  holder int8 NOT NULL,
  terms jsonb NOT NULL,
  nonce text NOT NULL,
  account text NOT NULL,
  epoch int8 NOT NULL,
  deadline timestamptz NOT NULL,
  signature text NOT NULL,
  ordered_at timestamptz NOT NULL
);
CREATE INDEX receipt_order_receipt ON local.receipt_order (receipt_id, order_id);
CREATE INDEX receipt_order_holder ON local.receipt_order (holder, order_id);
