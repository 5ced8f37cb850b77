-- What is still open, by when its time comes: upkeep looks for it every few seconds.
CREATE INDEX offer_open_expiry ON projected.offer (expires_at) WHERE state = 'open';
CREATE INDEX receipt_offer_open_expiry ON projected.receipt_offer (expires_at) WHERE state = 'open';
CREATE INDEX receivable_accept_by ON projected.receivable (accept_by) WHERE state = 'confirmed';
CREATE INDEX receivable_unpaid ON projected.receivable (due_date) WHERE state = 'accepted' AND overdue_since IS NULL;
CREATE INDEX receivable_overdue ON projected.receivable (overdue_since) WHERE overdue_since IS NOT NULL;
CREATE INDEX financing_unfinished ON projected.financing (register_by) WHERE state IN ('accepted', 'waiting');
CREATE INDEX financing_interest ON projected.financing (interest_instruction_id);
CREATE INDEX financing_instruction ON projected.financing (instruction_id);
CREATE INDEX early_payment_instruction ON projected.early_payment (instruction_id);
CREATE INDEX early_payment_waits ON projected.early_payment (early_payment_id) WHERE state = 'waits';
CREATE INDEX buy_back_waits ON projected.buy_back (certificate_id) WHERE state = 'waits';
CREATE INDEX payment_instruction_issued ON projected.payment_instruction (expires_at) WHERE state = 'issued';
CREATE INDEX lien_paid ON projected.lien (lien_id) WHERE state = 'paid';
CREATE INDEX settlement_run_open ON projected.settlement_run (opened_at) WHERE open;
CREATE INDEX certificate_waiting ON projected.certificate (certificate_id) WHERE waiting_minor > 0;
