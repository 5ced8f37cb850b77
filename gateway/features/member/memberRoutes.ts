import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { addAccountRoute } from "./addAccount.route.ts";
import { admitMemberRoute } from "./admit.route.ts";
import { cancelRecoveryRoute } from "./cancelRecovery.route.ts";
import { confirmAccountRoute } from "./confirmAccount.route.ts";
import { confirmGuardianRoute } from "./confirmGuardian.route.ts";
import { confirmSettlementAccountRoute } from "./confirmSettlementAccount.route.ts";
import { listDemoMembersRoute } from "./demoMembers.route.ts";
import { executeRecoveryRoute } from "./executeRecovery.route.ts";
import { listMembersRoute } from "./list.route.ts";
import { proposeRecoveryRoute } from "./proposeRecovery.route.ts";
import { readMemberRoute } from "./read.route.ts";
import { listRecoveriesRoute } from "./recoveries.route.ts";
import { revokeAccountRoute } from "./revokeAccount.route.ts";
import { setMemberRolesRoute } from "./roles.route.ts";
import { setGuardianRoute } from "./setGuardian.route.ts";
import { setPrimaryAccountRoute } from "./setPrimaryAccount.route.ts";
import { setSettlementAccountRoute } from "./setSettlementAccount.route.ts";
import { setMemberSizeRoute } from "./size.route.ts";
import { setMemberSuspensionsRoute } from "./suspensions.route.ts";

/** Members, their accounts and their recovery. */
export function memberRoutes(services: GatewayServices): readonly Route[] {
  return [
    listDemoMembersRoute(services),
    listMembersRoute(services),
    admitMemberRoute(services),
    readMemberRoute(services),
    setMemberRolesRoute(services),
    setMemberSizeRoute(services),
    setMemberSuspensionsRoute(services),
    addAccountRoute(services),
    confirmAccountRoute(services),
    revokeAccountRoute(services),
    setPrimaryAccountRoute(services),
    setSettlementAccountRoute(services),
    confirmSettlementAccountRoute(services),
    setGuardianRoute(services),
    confirmGuardianRoute(services),
    listRecoveriesRoute(services),
    proposeRecoveryRoute(services),
    cancelRecoveryRoute(services),
    executeRecoveryRoute(services),
  ];
}
