import { useSearchParams } from "react-router";
import { useSession } from "../../session/useSession.ts";
import { FinancierSide } from "./FinancierSide.tsx";
import { HolderSide } from "./HolderSide.tsx";

/** The holder's side of financing, the financier's, or both: a financier sells what it holds as a holder. */
export function FinancingPage() {
  const { me } = useSession();
  const [search] = useSearchParams();
  const finances = me?.roles.includes("financier") ?? false;
  const holds = !finances || (me?.roles.includes("supplier") ?? false) || search.has("certificate");
  return (
    <>
      {holds && <HolderSide />}
      {finances && <FinancierSide />}
    </>
  );
}
