import { Link } from "react-router";

/** A receipt's number as people read it: lot and serial. */
export function ReceiptLink({ receipt }: { readonly receipt: string }) {
  const id = BigInt(receipt);
  return (
    <Link to={`/receipts/${receipt}`} className="mono">
      {`${id >> 32n}-${id & 0xffff_ffffn}`}
    </Link>
  );
}
