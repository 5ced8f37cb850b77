import type { Identity } from "./identity.ts";
import { overseers } from "./overseers.ts";

/** Whether a member looks over everybody's business by its office: lists have all of it for such a member. */
export function isOverseer({ roles }: Pick<Identity, "roles">): boolean {
  return roles.some((role) => overseers.includes(role));
}
