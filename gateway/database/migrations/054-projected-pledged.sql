-- What active liens keep of positions, beyond time and circulation.
ALTER TABLE projected.certificate ADD COLUMN pledged boolean NOT NULL DEFAULT false;
ALTER TABLE projected.certificate ADD COLUMN pledged_minor numeric(24) NOT NULL DEFAULT 0 CHECK (pledged_minor >= 0);
ALTER TABLE projected.receipt ADD COLUMN pledged boolean NOT NULL DEFAULT false;
ALTER TABLE projected.receipt ADD COLUMN pledged_quantity numeric(24) NOT NULL DEFAULT 0 CHECK (pledged_quantity >= 0);

ALTER TABLE projected.hold ADD COLUMN kept boolean NOT NULL DEFAULT false;
ALTER TABLE projected.receipt_hold ADD COLUMN kept boolean NOT NULL DEFAULT false;
-- Reduced to nothing: by partial releases, by deliveries, or by what a settlement run paid on it.
ALTER TABLE projected.hold DROP CONSTRAINT hold_state_check;
ALTER TABLE projected.hold ADD CONSTRAINT hold_state_check
  CHECK (state IN ('open', 'released', 'committed', 'reduced'));

ALTER TABLE projected.payment_instruction DROP CONSTRAINT payment_instruction_kind_check;
ALTER TABLE projected.payment_instruction ADD CONSTRAINT payment_instruction_kind_check CHECK (kind IN
  ('settlement', 'early-payment', 'financing', 'financing-interest', 'buy-back', 'late-interest', 'fee', 'lien-sale'));
