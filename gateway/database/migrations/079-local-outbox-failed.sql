-- What ended without effect is rare, and counted every few seconds.
CREATE INDEX outbox_failed ON local.outbox (state) WHERE state IN ('displaced', 'refused', 'reverted');
