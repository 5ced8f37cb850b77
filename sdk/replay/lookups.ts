/** Columns that rows are looked up by beside their primary key; the gateway's database has an index for each. */
export const lookups: Readonly<Record<string, readonly string[]>> = {
  account: ["member_id"],
  bill_range: ["claim_key"],
  buy_back: ["certificate_id"],
  freeze: ["certificate_id"],
  lien: ["moved_from"],
  receipt: ["lot_id"],
};
