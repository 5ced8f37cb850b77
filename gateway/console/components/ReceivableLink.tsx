import { Link } from "react-router";

/** A receivable's number, leading to its page. */
export function ReceivableLink({ receivable }: { readonly receivable: number }) {
  return (
    <Link to={`/receivables/${receivable}`} className="mono">
      {receivable}
    </Link>
  );
}
