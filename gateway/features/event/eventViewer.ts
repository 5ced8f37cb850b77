import type { MemberRole } from "@tallystick/sdk";
import type { Identity } from "../../auth/identity.ts";

/** Who looks at the event log. */
export interface EventViewer {
  readonly memberId: number;
  readonly seesAll: boolean;
}

/** These oversee the whole ledger; everyone else sees what names them. */
const overseers: readonly MemberRole[] = ["auditor", "regulator", "operator", "legal"];

/** What a member may see of the event log, by its present roles. */
export function eventViewer({
  memberId,
  roles,
}: Pick<Identity, "memberId" | "roles">): EventViewer {
  return { memberId, seesAll: roles.some((role) => overseers.includes(role)) };
}
