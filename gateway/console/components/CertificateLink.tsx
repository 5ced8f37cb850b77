import { Link } from "react-router";

/** A certificate's number as people read it: receivable and serial. */
export function CertificateLink({ certificate }: { readonly certificate: string }) {
  const id = BigInt(certificate);
  return (
    <Link to={`/certificates/${certificate}`} className="mono">
      {`${id >> 32n}-${id & 0xffff_ffffn}`}
    </Link>
  );
}
