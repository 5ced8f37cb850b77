/** The chain this journal belongs to; always the first record. Times are Unix seconds. */
export type GenesisRecord = { kind: "genesis"; chainId: number; timestamp: number };
/** Written and synced before the block is mined: what the node has admitted, in order. */
export type BlockRecord = { kind: "block"; number: number; timestamp: number; raws: Buffer[] };
/**
 * Written after the block was mined. `order` is absent when the block holds exactly its record's
 * transactions in their order; else it lists what the block holds and what still waits.
 */
export type SealRecord = {
  kind: "seal";
  number: number;
  blockHash: string;
  order?: { included: string[]; waiting: string[] };
};
export type JournalRecord = GenesisRecord | BlockRecord | SealRecord;

const KINDS = { genesis: 1, block: 2, seal: 3 } as const;
const HASH_BYTES = 32;

function numbers(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 8);
  for (const [index, value] of values.entries()) bytes.writeBigUInt64BE(BigInt(value), index * 8);
  return bytes;
}

function hashes(list: readonly string[]): Buffer {
  return Buffer.concat([
    numbers(list.length),
    ...list.map((hash) => Buffer.from(hash.slice(2), "hex")),
  ]);
}

function encode(record: JournalRecord): { kind: number; payload: Buffer } {
  const kind = KINDS[record.kind];
  if (record.kind === "genesis")
    return { kind, payload: numbers(record.chainId, record.timestamp) };
  if (record.kind === "block") {
    const parts = [numbers(record.number, record.timestamp, record.raws.length)];
    for (const raw of record.raws) parts.push(numbers(raw.length), raw);
    return { kind, payload: Buffer.concat(parts) };
  }
  const parts = [numbers(record.number), Buffer.from(record.blockHash.slice(2), "hex")];
  if (record.order) parts.push(hashes(record.order.included), hashes(record.order.waiting));
  return { kind, payload: Buffer.concat(parts) };
}

function decode(kind: number, payload: Buffer): JournalRecord {
  let at = 0;
  const bytes = (length: number): Buffer => {
    if (at + length > payload.length) throw new RangeError("the record is too short");
    at += length;
    return payload.subarray(at - length, at);
  };
  const number = (): number => Number(bytes(8).readBigUInt64BE());
  const hash = (): string => `0x${bytes(HASH_BYTES).toString("hex")}`;
  const list = <T>(read: () => T): T[] => Array.from({ length: number() }, read);

  if (kind === KINDS.genesis) return { kind: "genesis", chainId: number(), timestamp: number() };
  if (kind === KINDS.block) {
    const [height, timestamp] = [number(), number()];
    return { kind: "block", number: height, timestamp, raws: list(() => bytes(number())) };
  }
  if (kind !== KINDS.seal) throw new RangeError(`there is no record kind ${kind}`);
  const seal: SealRecord = { kind: "seal", number: number(), blockHash: hash() };
  if (at < payload.length) seal.order = { included: list(hash), waiting: list(hash) };
  return seal;
}

/** What the journal's records say, as bytes: big-endian 64-bit integers, raw transactions, hashes. */
export const journalRecord = { encode, decode };
