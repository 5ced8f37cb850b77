import { getBytes, keccak256 } from "ethers";
import type { WireLog } from "./wireLog.ts";

/** What a bloom is made of. */
export type BloomLog = Pick<WireLog, "address" | "topics">;

const BYTES = 256;
const REMEMBERED = 10_000;

// Addresses, event topics and members come again and again; each costs a keccak otherwise.
const remembered = new Map<string, readonly number[]>();

/** The three bits that one address or topic sets (Yellow Paper, 4.3.1). */
function bitsOf(hex: string): readonly number[] {
  const item = hex.toLowerCase();
  const known = remembered.get(item);
  if (known !== undefined) return known;
  const digest = getBytes(keccak256(item));
  const bits = [0, 2, 4].map((at) => ((digest[at] ?? 0) * 256 + (digest[at + 1] ?? 0)) % 2048);
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(item, bits);
  return bits;
}

function byteOf(bit: number): number {
  return BYTES - 1 - Math.floor(bit / 8);
}

function add(bloom: Uint8Array, hex: string): void {
  for (const bit of bitsOf(hex)) {
    const at = byteOf(bit);
    bloom[at] = (bloom[at] ?? 0) | (1 << (bit % 8));
  }
}

/** Blooms of logs, as headers and receipts carry them: what a log can't be missing from without its header knowing. */
export const logsBloom = {
  of(logs: readonly BloomLog[]): string {
    const bloom = new Uint8Array(BYTES);
    for (const { address, topics } of logs) {
      add(bloom, address);
      for (const topic of topics) add(bloom, topic);
    }
    return `0x${Buffer.from(bloom).toString("hex")}`;
  },

  /** Whether some log under the bloom may carry this address or topic; false is certain. */
  mayHold(bloom: string, hex: string): boolean {
    const bytes = getBytes(bloom);
    return bitsOf(hex).every((bit) => ((bytes[byteOf(bit)] ?? 0) & (1 << (bit % 8))) !== 0);
  },
} as const;
