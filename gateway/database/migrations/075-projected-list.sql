-- Lists that grow long are sorted by what is indexed together with whose they are, so that no page reads them whole.
CREATE INDEX certificate_holder_due ON projected.certificate (holder, due_date, certificate_id) WHERE value_minor > 0;

CREATE INDEX certificate_holder_value ON projected.certificate (holder, value_minor, certificate_id) WHERE value_minor > 0;

CREATE INDEX certificate_obligor_due ON projected.certificate (obligor, due_date, certificate_id) WHERE value_minor > 0;

CREATE INDEX receivable_obligor_amount ON projected.receivable (obligor, amount_minor, receivable_id);

CREATE INDEX receivable_creditor_due ON projected.receivable (creditor, due_date, receivable_id);

CREATE INDEX receivable_creditor_amount ON projected.receivable (creditor, amount_minor, receivable_id);
