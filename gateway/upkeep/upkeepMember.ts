import type { Identity } from "../auth/identity.ts";
import type { GatewayServices } from "../gatewayServices.ts";

type Needs = Pick<GatewayServices, "config" | "database" | "directory" | "keystore">;

// An operator whose key is held here; the oldest one, so that all gateways on one database choose the same.
const operatorsSql = "SELECT DISTINCT member_id FROM local.held_key ORDER BY member_id LIMIT 1000";

async function candidates({ config, database }: Needs): Promise<number[]> {
  if (config.upkeepMember !== undefined) return [config.upkeepMember];
  const rows = await database.query<{ member_id: bigint }>(operatorsSql);
  return rows.map((row) => Number(row.member_id));
}

/**
 * As whom the gateway acts by itself: the configured member, or else the operator whose key it holds. Undefined while
 * there is none: a gateway without keys does nothing by itself.
 */
export async function upkeepMember(services: Needs): Promise<Identity | undefined> {
  for (const memberId of await candidates(services)) {
    const member = await services.directory.find(memberId);
    if (member === undefined) continue;
    const configured = services.config.upkeepMember !== undefined;
    if (!configured && !member.roles.includes("operator")) continue;
    if (!(await services.keystore.holds(member.account))) continue;
    const { account, name, roles } = member;
    return { memberId, account, name, roles, person: "gateway", scopes: ["write"], by: "bearer" };
  }
  return undefined;
}
