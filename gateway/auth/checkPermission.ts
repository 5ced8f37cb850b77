import { ProblemError } from "../errors/problemError.ts";
import { describePermission } from "./describePermission.ts";
import type { Identity } from "./identity.ts";
import type { Permission, PolicyInput } from "./permission.ts";

async function isAllowed(permission: Permission, identity: Identity, input: PolicyInput) {
  if (permission === "public" || permission === "member") return true;
  if (typeof permission === "string") return identity.roles.includes(permission);
  if ("policy" in permission) return permission.allows(identity, input);
  return permission.some((role) => identity.roles.includes(role));
}

/** Rejects with problem `not-signed-in` or `not-permitted` unless the permission allows the request. */
export async function checkPermission(
  permission: Permission,
  identity: Identity | undefined,
  input: PolicyInput,
): Promise<void> {
  if (permission === "public") return;
  if (identity === undefined) {
    throw new ProblemError("not-signed-in", `This is for ${describePermission(permission)}.`);
  }
  if (!(await isAllowed(permission, identity, input))) {
    throw new ProblemError("not-permitted", `This is for ${describePermission(permission)}.`);
  }
}
