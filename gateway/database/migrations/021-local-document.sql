-- Invoices that a registration was made of: the obligor recomputes their tags from here before it confirms.
CREATE TABLE local.receivable_document (
  receivable_id int8 PRIMARY KEY,
  invoices jsonb NOT NULL,
  recorded_by int8 NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now()
);
