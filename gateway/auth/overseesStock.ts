import type { Identity } from "./identity.ts";
import { stockOverseers } from "./stockOverseers.ts";

/** Whether a member looks over everybody's goods by its office: lists have all of them for such a member. */
export function overseesStock({ roles }: Pick<Identity, "roles">): boolean {
  return roles.some((role) => stockOverseers.includes(role));
}
