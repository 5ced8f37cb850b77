import { instantOf, ledgerInterfaces, type RuleCount, ruleCounts } from "@tallystick/sdk";
import { ZeroHash } from "ethers";
import type { z } from "zod";
import { secondsOf } from "../shared/secondsOf.ts";
import type { rulesBody } from "./rulesBody.ts";

/** A version's fields as the chain gives them: numbers of any kind, as text too. */
type Stored = Readonly<Record<RuleCount | "minLot", unknown>>;

/** The call `Rules.schedule`, as the AccessManager keeps it, and the versions in it and in events. */
export const rulesCall = {
  encode(rules: z.output<typeof rulesBody>, effectiveFrom: string, ref: string = ZeroHash): string {
    const { minLotMinor: minLot, ...others } = rules;
    const parameters = [{ ...others, minLot }, secondsOf(effectiveFrom), ref];
    return ledgerInterfaces.rules.encodeFunctionData("schedule", parameters);
  },

  /** Undefined when the call is another one of the same contract. */
  decode(data: string) {
    const call = ledgerInterfaces.rules.parseTransaction({ data });
    if (call?.name !== "schedule") return undefined;
    return rulesCall.show(call.args[0].toObject(), instantOf(BigInt(call.args[1])));
  },

  show(stored: Stored, effectiveFrom: Date) {
    const numbers = ruleCounts.map((name) => [name, Number(stored[name])]);
    return { ...Object.fromEntries(numbers), minLotMinor: String(stored.minLot), effectiveFrom };
  },
} as const;
