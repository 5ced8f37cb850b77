-- Early payments of encumbered value: the lien that ends with it, and who is paid.
ALTER TABLE projected.early_payment ADD COLUMN lien_id numeric(39);

ALTER TABLE projected.early_payment ADD COLUMN secured_party int8;

ALTER TABLE projected.early_payment ADD COLUMN bound boolean NOT NULL DEFAULT false;

CREATE INDEX early_payment_secured_party ON projected.early_payment (secured_party, early_payment_id)
  WHERE secured_party IS NOT NULL;

ALTER TABLE projected.lien_change DROP CONSTRAINT lien_change_kind_check;

ALTER TABLE projected.lien_change
  ADD CONSTRAINT lien_change_kind_check
  CHECK (kind IN ('settlement', 'early-payment', 'release', 'enforcement', 'goods'));
