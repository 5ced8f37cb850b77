-- Statements ask when value of a certificate ended: those events, by certificate.
CREATE INDEX event_value_ended ON projected.event ((args ->> 'id'))
  WHERE contract = 'creditCertificates' AND name IN ('Settled', 'Retired');
