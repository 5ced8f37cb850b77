-- What was signed off the chain is found again on it by the nonce that it used up.
CREATE INDEX event_agreement ON projected.event ((args -> 'terms' ->> 'obligorNonce'))
  WHERE name IN ('EarlyPaymentAgreed', 'RetiredToBill');
CREATE INDEX financing_quote_nonce ON projected.financing ((quote ->> 'nonce'));
