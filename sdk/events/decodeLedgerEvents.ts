import type { Interface } from "ethers";
import type { ContractName } from "../ledger/contractTypes.ts";
import type { LedgerDeployment } from "../ledger/ledger.ts";
import { decodeEvent } from "./decodeEvent.ts";
import type { LedgerEvent } from "./ledgerEvent.ts";
import { ledgerInterfaces } from "./ledgerInterfaces.ts";
import type { LedgerLog } from "./ledgerLog.ts";

function decode(contract: ContractName, abi: Interface, log: LedgerLog): LedgerEvent[] {
  const args = decodeEvent(abi, log);
  if (args === undefined) return [];
  // The ABI that decoded it is the one that the types were generated from.
  return [{ contract, ...args, log } as unknown as LedgerEvent];
}

/**
 * The ledger's events among logs, in their order. Logs of other contracts are left out.
 *
 * @param deployment where the ledger is; topics alone don't tell its contracts apart
 * @throws whatever ethers throws for a log of the ledger that its own ABI can't decode
 *
 * @example
 * import { decodeLedgerEvents } from "@tallystick/sdk";
 *
 * await scene.issued();
 * const logs = await provider.getLogs({ fromBlock: deployment.block, toBlock: "latest" });
 * const names = decodeLedgerEvents(deployment, logs).map(({ contract, name }) => contract + "." + name);
 * names.includes("creditCertificates.RootMinted") // => true
 */
export function decodeLedgerEvents(
  deployment: Pick<LedgerDeployment, "addresses">,
  logs: readonly LedgerLog[],
): LedgerEvent[] {
  const names = new Map<string, ContractName>();
  for (const name of Object.keys(ledgerInterfaces) as ContractName[]) {
    names.set(deployment.addresses[name].toLowerCase(), name);
  }
  return logs.flatMap((log) => {
    const contract = names.get(log.address.toLowerCase());
    return contract === undefined ? [] : decode(contract, ledgerInterfaces[contract], log);
  });
}
