-- What the fold looks up beside primary keys: see the SDK's `lookups`.
CREATE INDEX lien_moved ON projected.lien (moved_from) WHERE moved_from IS NOT NULL;
CREATE INDEX receipt_of_lot ON projected.receipt (lot_id);
