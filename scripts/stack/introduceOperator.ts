import { settlementAccountDigest } from "@tallystick/sdk";
import { recordParty } from "../../gateway/features/member/recordParty.ts";
import type { RunningGateway } from "../../gateway/serveGateway.ts";
import { firstOperator } from "./firstOperator.ts";
import type { Secrets } from "./secretsOf.ts";

/** The operator is admitted by the deployment itself, so its key and name are noted here. */
export async function introduceOperator(
  { gateway }: RunningGateway,
  secrets: Secrets,
): Promise<void> {
  const { keystore, database } = gateway.services;
  await keystore.add(1, secrets.operatorKey);
  const { name, nameZh, party, settlementAccount, salt } = firstOperator;
  const digest = settlementAccountDigest(settlementAccount, salt);
  await recordParty(database, {
    memberId: 1,
    name,
    nameZh,
    party,
    salt,
    settlementAccount: { ...settlementAccount, digest, salt },
    demonstration: {
      sentence:
        "Admits and suspends members, sets parameters, watches recoveries. Never holds money.",
      sentenceZh: "接纳与暂停成员，设定参数，处理账户恢复。从不经手资金。",
    },
  });
}
