import type { Identity } from "./identity.ts";
import type { Role } from "./roles.ts";

const overseers: readonly Role[] = ["auditor", "regulator", "legal"];

/** Whether a member looks over everybody's business by its office: lists have all of it for such a member. */
export function isOverseer({ roles }: Pick<Identity, "roles">): boolean {
  return roles.some((role) => overseers.includes(role));
}
