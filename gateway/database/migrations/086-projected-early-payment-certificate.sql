-- A certificate's reader asks for the early payments that hold some of it.
CREATE INDEX early_payment_certificate ON projected.early_payment (certificate_id);
