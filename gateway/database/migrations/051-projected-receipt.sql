-- Warehouse receipts: one row a position, as certificates have them. Roots are the custodian's spent positions, one an issue.
CREATE TABLE projected.receipt (
  receipt_id int8 PRIMARY KEY,
  lot_id int8 NOT NULL,
  serial int8 NOT NULL,
  parent_id int8,
  holder int8 NOT NULL,
  custodian int8 NOT NULL,
  unit text NOT NULL,
  storage_until date NOT NULL,
  quantity numeric(24) NOT NULL CHECK (quantity >= 0),
  held numeric(24) NOT NULL CHECK (held >= 0),
  -- Quantity that it was minted with, plus what was merged into it.
  minted numeric(24) NOT NULL,
  tier int2 NOT NULL,
  frozen boolean NOT NULL,
  financed boolean NOT NULL,
  recourse boolean NOT NULL,
  waiting boolean NOT NULL,
  cause text NOT NULL CHECK (cause IN
    ('root', 'issue', 'split', 'circulation', 'financing', 'resale', 'buy-back', 'enforcement')),
  terms_digest text NOT NULL,
  passed_by int8,
  split_from int8,
  trade_reference text,
  minted_at timestamptz NOT NULL,
  transaction_hash text NOT NULL,
  CHECK (held <= quantity)
);
CREATE INDEX receipt_holder ON projected.receipt (holder, receipt_id) WHERE cause <> 'root';
CREATE INDEX receipt_custodian ON projected.receipt (custodian, receipt_id) WHERE cause <> 'root';
CREATE INDEX receipt_lot ON projected.receipt (lot_id, receipt_id) WHERE cause <> 'root';
CREATE INDEX receipt_lot_held ON projected.receipt (lot_id) WHERE held > 0;
CREATE INDEX receipt_parent ON projected.receipt (parent_id);

CREATE TABLE projected.receipt_offer (
  offer_id int8 PRIMARY KEY,
  receipt_id int8 NOT NULL,
  from_member int8 NOT NULL,
  to_member int8 NOT NULL,
  quantity numeric(24) NOT NULL,
  expires_at timestamptz NOT NULL,
  trade_reference text NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'accepted', 'declined', 'cancelled', 'expired')),
  child_id int8,
  offered_at timestamptz NOT NULL,
  ended_at timestamptz
);
CREATE INDEX receipt_offer_to ON projected.receipt_offer (to_member, state, offer_id);
CREATE INDEX receipt_offer_from ON projected.receipt_offer (from_member, state, offer_id);
CREATE INDEX receipt_offer_receipt ON projected.receipt_offer (receipt_id) WHERE state = 'open';

CREATE TABLE projected.receipt_standing_acceptance (
  recipient int8 NOT NULL,
  sender int8 NOT NULL,
  until timestamptz NOT NULL,
  framework text NOT NULL,
  PRIMARY KEY (recipient, sender)
);
CREATE INDEX receipt_standing_acceptance_sender ON projected.receipt_standing_acceptance (sender, recipient);

CREATE TABLE projected.receipt_hold (
  hold_id int8 PRIMARY KEY,
  receipt_id int8 NOT NULL,
  committer text NOT NULL,
  -- What it holds now.
  quantity numeric(24) NOT NULL,
  expires_at timestamptz NOT NULL,
  firm boolean NOT NULL,
  -- Reduced to nothing: by partial releases, by goods that left, or by other goods in their place.
  state text NOT NULL CHECK (state IN ('open', 'released', 'committed', 'reduced')),
  -- What the contract that holds lets leave, and the one replacement that it lets happen.
  approved_pick_up numeric(24),
  approved_replacement text
);
CREATE INDEX receipt_hold_receipt ON projected.receipt_hold (receipt_id) WHERE state = 'open';

-- How quantities of receipts ended.
CREATE TABLE projected.receipt_ending (
  ending_key text COLLATE "C" PRIMARY KEY,
  receipt_id int8 NOT NULL,
  holder int8 NOT NULL,
  kind text NOT NULL CHECK (kind IN ('pick-up', 'cancellation', 'replacement')),
  quantity numeric(24) NOT NULL,
  goods numeric(24),
  hold_id int8,
  document text,
  new_receipt_id int8,
  new_quantity numeric(24),
  new_hold_id int8,
  ended_at timestamptz NOT NULL,
  transaction_hash text NOT NULL
);
CREATE INDEX receipt_ending_receipt ON projected.receipt_ending (receipt_id, ending_key);

-- Nonces of holders' orders that were used: carried out in the same transaction, or cancelled.
CREATE TABLE projected.receipt_order_nonce (
  member int8 NOT NULL,
  nonce text NOT NULL,
  spent_at timestamptz NOT NULL,
  transaction_hash text NOT NULL,
  PRIMARY KEY (member, nonce)
);
