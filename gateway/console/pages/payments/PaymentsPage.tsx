import { useSession } from "../../session/useSession.ts";
import { BankDesk } from "./BankDesk.tsx";
import { PartyPayments } from "./PartyPayments.tsx";

/** The settlement bank's desk, or a party's own payments. */
export function PaymentsPage() {
  const { me } = useSession();
  return me?.roles.includes("settlement-bank") ? <BankDesk /> : <PartyPayments />;
}
