import { ledgerInterfaces } from "@tallystick/sdk";
import { LedgerRefusal } from "../../errors/ledgerRefusal.ts";
import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import type { RequestContext } from "../../http/requestContext.ts";
import type { ExecutedCall } from "../../ledger/describeInclusion.ts";
import { sdkDeployment } from "../../ledger/sdkDeployment.ts";

const foreign = ["AccessManagerUnauthorizedCall", "AccessManagerUnauthorizedAccount"];

/** The AccessManager's verbs, as the signed-in member's account calls them. */
export const governance = {
  addressOfRules: ({ ledger }: Pick<GatewayServices, "ledger">) =>
    sdkDeployment(ledger).addresses.rules,

  /** Throws problem `not-permitted` when the account is not the one that governs the parameters. */
  async call(
    services: GatewayServices,
    context: RequestContext,
    verb: "schedule" | "execute",
    parameters: readonly unknown[],
    account: string | undefined,
  ): Promise<ExecutedCall> {
    const to = sdkDeployment(services.ledger).addresses.authority;
    const data = ledgerInterfaces.authority.encodeFunctionData(verb, parameters);
    const acting = account === undefined ? {} : { account };
    try {
      return await services.execute(context, { to, data, ...acting });
    } catch (error) {
      if (!(error instanceof LedgerRefusal) || !foreign.includes(error.code)) throw error;
      throw new ProblemError(
        "not-permitted",
        `Account ${account ?? context.member().account} does not govern the parameters of this ledger: ` +
          "its governance account schedules and carries out new rules.",
        { ledgerCode: error.code },
      );
    }
  },
} as const;
