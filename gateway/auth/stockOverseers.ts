import type { MemberRole } from "@tallystick/sdk";
import { overseers } from "./overseers.ts";

/** Roles that look over everybody's goods by their office: operators admit custodians, registrars attest their owners. */
export const stockOverseers: readonly MemberRole[] = [...overseers, "operator", "registrar"];
