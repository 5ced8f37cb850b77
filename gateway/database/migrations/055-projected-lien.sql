-- Liens: what was pledged to whom, and what became of it.
CREATE TABLE projected.lien (
  -- Number of the asset << 64 | number of the hold.
  lien_id numeric(39) PRIMARY KEY,
  -- Certificate, receipt, or the address of another token contract.
  asset text NOT NULL,
  token_id numeric(39) NOT NULL,
  hold_id int8 NOT NULL,
  -- Currency of a certificate, unit of a receipt's goods; null for other assets.
  unit text,
  -- What it encumbers now.
  amount numeric(24) NOT NULL CHECK (amount >= 0),
  pledged_amount numeric(24) NOT NULL,
  debtor int8 NOT NULL,
  secured_party int8 NOT NULL,
  -- Obligor of a certificate, custodian of goods.
  owed_by int8,
  supervisor int8,
  purchase_money_day date,
  terms text NOT NULL,
  debt text NOT NULL,
  expires_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('proposed', 'active', 'selling', 'paid', 'ended')),
  ending text CHECK (ending IN
    ('refused', 'withdrawn', 'expired', 'released', 'settled', 'enforced', 'goods-left', 'goods-replaced')),
  proposed_at timestamptz NOT NULL,
  accepted_at timestamptz,
  countersigned_at timestamptz,
  registry_number text,
  registered_at timestamptz,
  -- The first notice that reached who owes it.
  noticed_at timestamptz,
  notice_evidence text,
  activated_at timestamptz,
  defaulted_at timestamptz,
  default_evidence text,
  -- The last sale.
  instruction_id int8,
  buyer int8,
  sale_value numeric(24),
  sale_price_minor numeric(24),
  sale_claim_minor numeric(24),
  -- Lien over the goods that these replaced.
  moved_from numeric(39),
  refused_by int8,
  ended_at timestamptz,
  transaction_hash text NOT NULL
);
CREATE INDEX lien_debtor ON projected.lien (debtor, lien_id);
CREATE INDEX lien_secured_party ON projected.lien (secured_party, lien_id);
CREATE INDEX lien_owed_by ON projected.lien (owed_by, lien_id);
CREATE INDEX lien_token ON projected.lien (asset, token_id);
CREATE INDEX lien_hold ON projected.lien (hold_id);
CREATE INDEX lien_instruction ON projected.lien (instruction_id);
CREATE INDEX lien_proposed ON projected.lien (lien_id) WHERE state = 'proposed';

-- How liens became less: settled, released, enforced, or goods that left.
CREATE TABLE projected.lien_change (
  change_key text COLLATE "C" PRIMARY KEY,
  lien_id numeric(39) NOT NULL,
  kind text NOT NULL CHECK (kind IN ('settlement', 'release', 'enforcement', 'goods')),
  amount numeric(24) NOT NULL,
  rest numeric(24) NOT NULL,
  run_id int8,
  buyer int8,
  child_id int8,
  price_minor numeric(24),
  changed_at timestamptz NOT NULL,
  transaction_hash text NOT NULL
);
CREATE INDEX lien_change_lien ON projected.lien_change (lien_id, change_key);

-- Legal orders of enforcement; the last one of each lien.
CREATE TABLE projected.lien_enforcement (
  lien_id numeric(39) PRIMARY KEY,
  enforcement_order jsonb NOT NULL,
  document_digest text NOT NULL,
  proposed_by int8 NOT NULL,
  proposed_account text NOT NULL,
  proposed_at timestamptz NOT NULL,
  confirmed_by int8,
  confirmed_at timestamptz
);
CREATE INDEX lien_enforcement_open ON projected.lien_enforcement (lien_id) WHERE confirmed_at IS NULL;
