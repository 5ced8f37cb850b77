import type { MemberRole } from "@tallystick/sdk";

/** Roles of members that look over everybody's business by their office. */
export const overseers: readonly MemberRole[] = ["auditor", "regulator", "legal"];
