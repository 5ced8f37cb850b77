-- Warehouses: who may keep goods, where, which goods, and what was measured of them.
CREATE TABLE projected.custodian (
  custodian int8 PRIMARY KEY,
  storage_capability text NOT NULL,
  years_in_trade text NOT NULL,
  operating_standards text NOT NULL,
  own_credit text NOT NULL,
  -- Its admission lapses after this.
  until timestamptz NOT NULL,
  admitted_by int8 NOT NULL,
  admitted_at timestamptz NOT NULL,
  owners_changed boolean NOT NULL,
  ownership_evidence text,
  ownership_changed_by int8,
  ownership_changed_at timestamptz
);

CREATE TABLE projected.location (
  location_id int8 PRIMARY KEY,
  custodian int8 NOT NULL,
  place text NOT NULL,
  capacity numeric(24) NOT NULL,
  unit text NOT NULL,
  fresh_for int8 NOT NULL,
  freeze_after int8 NOT NULL,
  counter int8,
  counter_appointer int8,
  counter_document text,
  counter_appointed_at timestamptz,
  -- Goods of all its lots.
  measured numeric(36) NOT NULL CHECK (measured >= 0),
  over_capacity boolean NOT NULL,
  registered_at timestamptz NOT NULL,
  transaction_hash text NOT NULL
);
CREATE INDEX location_custodian ON projected.location (custodian, location_id);
CREATE INDEX location_counter ON projected.location (counter, location_id);
CREATE INDEX location_place ON projected.location (place);

CREATE TABLE projected.lot (
  lot_id int8 PRIMARY KEY,
  location_id int8 NOT NULL,
  custodian int8 NOT NULL,
  goods_key text NOT NULL,
  mark text NOT NULL,
  goods text NOT NULL,
  unit text NOT NULL,
  loss_basis_points int4 NOT NULL,
  storage_until date NOT NULL,
  min_lot numeric(24) NOT NULL,
  measured numeric(24) NOT NULL CHECK (measured >= 0),
  live numeric(24) NOT NULL CHECK (live >= 0),
  short_since timestamptz,
  contradicted boolean NOT NULL,
  -- Last evidence that nothing contradicts; null for none.
  sound_at timestamptz,
  -- Last counts of custodian and counter, less what left since.
  by_custodian numeric(24) NOT NULL,
  by_custodian_at timestamptz,
  by_counter numeric(24) NOT NULL,
  by_counter_at timestamptz,
  moved_at timestamptz,
  opened_at timestamptz NOT NULL,
  transaction_hash text NOT NULL
);
CREATE INDEX lot_location ON projected.lot (location_id, lot_id);
CREATE INDEX lot_custodian ON projected.lot (custodian, lot_id);
CREATE INDEX lot_goods ON projected.lot (goods_key);
CREATE INDEX lot_short ON projected.lot (lot_id) WHERE short_since IS NOT NULL;

CREATE TABLE projected.stock_count (
  count_key text COLLATE "C" PRIMARY KEY,
  lot_id int8 NOT NULL,
  counter int8 NOT NULL,
  is_custodian boolean NOT NULL,
  quantity numeric(24) NOT NULL,
  taken_at timestamptz NOT NULL,
  method text NOT NULL,
  evidence text NOT NULL,
  -- What the lot was taken to hold because of it.
  measured numeric(24) NOT NULL,
  contradicted boolean NOT NULL,
  recorded_at timestamptz NOT NULL,
  transaction_hash text NOT NULL
);
CREATE INDEX stock_count_lot ON projected.stock_count (lot_id, count_key);
