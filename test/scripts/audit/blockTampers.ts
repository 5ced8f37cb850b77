import type { WireBlock, WireReceipt } from "../../../scripts/tally/audit/replay/wireBlock.ts";

/** A block that was changed, and what must be named. */
export type Tampered = {
  readonly wire: WireBlock;
  readonly block: number;
  /** Code of the finding. */
  readonly code: string;
  readonly transaction?: string;
  readonly log?: number;
  readonly field?: RegExp;
};

type Random = () => number;
/** Changes one block of a copy; undefined when the block has nothing to change. */
type Tamper = (blocks: WireBlock[], number: number, random: Random) => Tampered | undefined;

type Place = {
  readonly wire: WireBlock;
  readonly receipt: WireReceipt;
  readonly index: number;
  readonly transaction: string;
  /** Index in the block of the receipt's log at `index`. */
  readonly log: number;
};

const pick = (random: Random, count: number): number => Math.floor(random() * count);

function flipped(hex: string, random: Random): string {
  const at = 2 + pick(random, hex.length - 2);
  const digit = (Number.parseInt(hex.charAt(at), 16) ^ (1 + pick(random, 15))).toString(16);
  return `${hex.slice(0, at)}${digit}${hex.slice(at + 1)}`;
}

/** A random log of a block. */
function placeIn(
  blocks: WireBlock[],
  number: number,
  random: Random,
  least = 1,
): Place | undefined {
  const wire = blocks[number];
  const full = wire?.receipts.filter(({ logs }) => logs.length >= least) ?? [];
  const receipt = full[pick(random, full.length)];
  if (wire === undefined || receipt === undefined) return undefined;
  const index = pick(random, receipt.logs.length - least + 1);
  const before = wire.receipts.slice(0, wire.receipts.indexOf(receipt));
  const log = before.reduce((sum, { logs }) => sum + logs.length, 0) + index;
  return { wire, receipt, index, transaction: receipt.transactionHash, log };
}

function inLog(change: (place: Place, random: Random) => RegExp | undefined): Tamper {
  return (blocks, number, random) => {
    const place = placeIn(blocks, number, random);
    const field = place === undefined ? undefined : change(place, random);
    if (place === undefined || field === undefined) return undefined;
    const { wire, transaction, log } = place;
    return { wire, block: number, code: "receipts-root", transaction, log, field };
  };
}

function logOf({ receipt, index }: Place) {
  const log = receipt.logs[index];
  if (log === undefined) throw new Error("no log");
  return log;
}

/** Logs and fields after one that was taken away, put in or exchanged are all wrong: the first of them is named. */
function reordering(change: (place: Place) => void, least = 1): Tamper {
  return (blocks, number, random) => {
    const place = placeIn(blocks, number, random, least);
    if (place === undefined) return undefined;
    change(place);
    const { wire, transaction } = place;
    return { wire, block: number, code: "receipts-root", transaction };
  };
}

function renumber({ receipts }: WireBlock): void {
  let index = 0;
  for (const { logs } of receipts) {
    for (const log of logs) {
      log.logIndex = `0x${index.toString(16)}`;
      index += 1;
    }
  }
}

function inBlock(
  code: string,
  field: RegExp,
  change: (wire: WireBlock, random: Random) => boolean,
): Tamper {
  return (blocks, number, random) => {
    const wire = blocks[number];
    if (wire === undefined || !change(wire, random)) return undefined;
    return { wire, block: number, code, field };
  };
}

/** Ways in which a node may change what a block says. */
export const blockTampers: Readonly<Record<string, Tamper>> = {
  "data of a log edited": inLog((place, random) => {
    const log = logOf(place);
    if (log.data.length <= 2) return undefined;
    log.data = flipped(log.data, random);
    return /^data$/;
  }),
  "topic of a log edited": inLog((place, random) => {
    const log = logOf(place);
    const at = pick(random, log.topics.length);
    log.topics[at] = flipped(log.topics[at] ?? "0x00", random);
    return new RegExp(`^topics.${at}$`);
  }),
  "address of a log edited": inLog((place, random) => {
    const log = logOf(place);
    log.address = flipped(log.address, random);
    return /^address$/;
  }),
  "log deleted": reordering(({ receipt, index }) => receipt.logs.splice(index, 1)),
  "log deleted, the rest numbered anew": reordering(({ wire, receipt, index }) => {
    receipt.logs.splice(index, 1);
    renumber(wire);
  }),
  "log doubled": reordering(({ wire, receipt, index }) => {
    receipt.logs.splice(
      index,
      0,
      structuredClone(receipt.logs[index] ?? { address: "", topics: [], data: "" }),
    );
    renumber(wire);
  }),
  "two logs exchanged": (blocks, number, random) => {
    const place = placeIn(blocks, number, random, 2);
    if (place === undefined) return undefined;
    const { wire, receipt, index, transaction, log } = place;
    const [one, two] = receipt.logs.splice(index, 2);
    const isEqual =
      JSON.stringify([one?.address, one?.topics, one?.data]) ===
      JSON.stringify([two?.address, two?.topics, two?.data]);
    if (one === undefined || two === undefined || isEqual) return undefined;
    receipt.logs.splice(index, 0, two, one);
    renumber(wire);
    return { wire, block: number, code: "receipts-root", transaction, log };
  },
  "logs of a transaction truncated": reordering(({ receipt, index }) => receipt.logs.splice(index)),
  "receipts truncated": inBlock(
    "receipts-root",
    /^(receipts|receiptsRoot|address|status)$/,
    ({ receipts }) => receipts.pop() !== undefined,
  ),
  "transaction left out with its receipt": inBlock(
    "transactions-root",
    /^transactionsRoot$/,
    ({ block, receipts }) => {
      receipts.pop();
      return block.transactions.pop() !== undefined;
    },
  ),
  "input of a transaction edited": inBlock("transactions-root", /^hash$/, ({ block }, random) => {
    const transaction = block.transactions[pick(random, block.transactions.length)];
    const input = transaction?.["input"];
    if (transaction === undefined || typeof input !== "string" || input.length <= 2) return false;
    transaction["input"] = flipped(input, random);
    return true;
  }),
  "field of the header edited": inBlock("header-chain", /^hash$/, ({ block }, random) => {
    const fields = ["stateRoot", "receiptsRoot", "logsBloom", "parentHash", "transactionsRoot"];
    const field = fields[pick(random, fields.length)] ?? "";
    block[field] = flipped(String(block[field]), random);
    return true;
  }),
  "block left out": (blocks, number) => {
    const wire = blocks[number + 1];
    return wire && { wire, block: number, code: "header-chain", field: /^number$/ };
  },
  "block of another branch": (blocks, number, random) => {
    const wire = blocks[number];
    if (wire === undefined || number === 0) return undefined;
    wire.block["extraData"] = flipped("0x00", random);
    return { wire, block: number, code: "header-chain", field: /^hash$/ };
  },
};
