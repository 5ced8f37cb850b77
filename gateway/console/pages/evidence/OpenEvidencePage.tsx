import { OpenHead } from "../../components/OpenHead.tsx";
import { EvidencePage } from "./EvidencePage.tsx";

/** The same page for who is no member. */
export function OpenEvidencePage() {
  return (
    <div className="shared">
      <OpenHead />
      <EvidencePage />
    </div>
  );
}
