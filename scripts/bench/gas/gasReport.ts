import hre from "hardhat";
import { ledgerFixture } from "../../../test/helpers/ledgerFixture.ts";
import { anchoring } from "./anchoring.ts";
import { bars } from "./bars.ts";
import { breakdown, type Part } from "./breakdown.ts";
import { circulation } from "./circulation.ts";
import { type ContractSize, contractSizes } from "./contractSizes.ts";
import { engineName } from "./engineName.ts";
import { floorOf } from "./floorOf.ts";
import { issuing } from "./issuing.ts";
import { type Peer, peers } from "./peers.ts";
import { pledging } from "./pledging.ts";
import { settling } from "./settling.ts";
import { sizeLimit } from "./sizeLimit.ts";

export type GasReport = {
  readonly engine: string;
  readonly solc: string;
  readonly operations: readonly {
    readonly name: string;
    /** Of one item. */
    readonly gas: number;
    /** The nearest thing that a peer does; `peers` has all that were measured. */
    readonly peer: Peer;
    readonly peers: readonly Peer[];
    readonly floor: number;
    /** Most gas that the project allows it. */
    readonly bar?: number;
  }[];
  /** Parts of `splitAndTransfer`. */
  readonly breakdown: readonly Part[];
  readonly contracts: readonly ContractSize[];
  /** Most bytes that a contract may have. */
  readonly bytesLimit: number;
};

function solcName(): string {
  const [compiler] = hre.config.solidity.profiles["default"]?.compilers ?? [];
  const runs: unknown = compiler?.settings.optimizer?.runs;
  return `${compiler?.version}, optimizer ${runs} runs, ${compiler?.settings.evmVersion}, viaIR ${compiler?.settings.viaIR === true ? "on" : "off"}`;
}

/** Measures everything once, on one chain that begins with a new ledger. */
export async function gasReport(): Promise<GasReport> {
  const ledger = await ledgerFixture();
  const passes = await circulation(ledger);
  const measured = {
    ...passes,
    ...(await issuing(ledger)),
    ...(await settling(ledger)),
    ...(await anchoring(ledger)),
    ...(await pledging(ledger)),
  };
  const nearest = await peers();
  const operations = Object.entries(measured).map(([name, { gas, data }]) => {
    const needed = bars[name];
    const its = nearest[name];
    if (needed === undefined || its === undefined) throw new Error(`nothing to compare ${name} to`);
    const { bar, items = 1 } = needed;
    const floor = floorOf(data, needed);
    const compared = { name, gas: Math.round(gas / items), peer: its[0], peers: its, floor };
    return bar === undefined ? compared : { ...compared, bar };
  });
  const { splitAndTransfer } = passes;
  if (splitAndTransfer === undefined) throw new Error("no pass was measured");
  const at = ledger.deployment.addresses.creditCertificates;
  return {
    engine: engineName(),
    solc: solcName(),
    operations,
    breakdown: await breakdown(ledger, at, splitAndTransfer),
    contracts: await contractSizes(ledger),
    bytesLimit: sizeLimit,
  };
}
