-- Keys sort by their bytes in every database, so that digests of tables walk along the primary key.
ALTER TABLE projected.account ALTER COLUMN account TYPE text COLLATE "C";
ALTER TABLE projected.obligor_limit ALTER COLUMN currency TYPE text COLLATE "C";
ALTER TABLE projected.claim_phase ALTER COLUMN claimant TYPE text COLLATE "C";
ALTER TABLE projected.bill_range ALTER COLUMN claim_key TYPE text COLLATE "C";
ALTER TABLE projected.anchor ALTER COLUMN root TYPE text COLLATE "C";
ALTER TABLE projected.operation ALTER COLUMN operation_id TYPE text COLLATE "C";
ALTER TABLE projected.claim ALTER COLUMN claim_id TYPE text COLLATE "C";
ALTER TABLE projected.tally ALTER COLUMN claim_key TYPE text COLLATE "C";
ALTER TABLE projected.credit_note ALTER COLUMN credit_note_id TYPE text COLLATE "C";
ALTER TABLE projected.key_epochs ALTER COLUMN registry TYPE text COLLATE "C";
ALTER TABLE projected.receipt_order_nonce ALTER COLUMN nonce TYPE text COLLATE "C";
