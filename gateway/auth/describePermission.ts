import type { Permission } from "./permission.ts";

/** One line for people, as the OpenAPI document and refusals say it. */
export function describePermission(permission: Permission): string {
  if (permission === "public") return "anyone";
  if (permission === "member") return "any signed-in member";
  if (typeof permission === "string") return `a member with role ${permission}`;
  if ("policy" in permission) return permission.policy;
  return `a member with one of the roles ${permission.join(", ")}`;
}
