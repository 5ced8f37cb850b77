import { getAddress, type ParamType } from "ethers";
import type { PlainValue } from "./plainValue.ts";

/** Reads one ABI word (64 hex digits); undefined when the word is not the canonical form of its type. */
export type WordReader = (word: string) => PlainValue | undefined;

// Members' accounts and the ledger's contracts come again and again; a checksum costs a keccak.
const MAXIMUM_REMEMBERED = 20_000;
const checksummed = new Map<string, string>();

function address(word: string): string | undefined {
  if (!word.startsWith("0".repeat(24))) return undefined;
  const known = checksummed.get(word);
  if (known !== undefined) return known;
  if (checksummed.size >= MAXIMUM_REMEMBERED) checksummed.clear();
  const made = getAddress(`0x${word.slice(24)}`);
  checksummed.set(word, made);
  return made;
}

function bool(word: string): boolean | undefined {
  if (!word.startsWith("0".repeat(63))) return undefined;
  return word.endsWith("0") ? false : word.endsWith("1") ? true : undefined;
}

function unsigned(bits: number): WordReader {
  const zeros = "0".repeat(64 - bits / 4);
  return (word) => (word.startsWith(zeros) ? BigInt(`0x${word}`) : undefined);
}

function fixedBytes(size: number): WordReader {
  const zeros = "0".repeat(64 - 2 * size);
  return (word) => (word.endsWith(zeros) ? `0x${word.slice(0, 2 * size)}` : undefined);
}

/** The reader of an elementary type that fits into one word; undefined for all other types. */
export function wordReader({ baseType }: Pick<ParamType, "baseType">): WordReader | undefined {
  if (baseType === "address") return address;
  if (baseType === "bool") return bool;
  const [, kind, size] = /^(uint|bytes)(\d+)$/.exec(baseType) ?? [];
  if (kind === "uint") return unsigned(Number(size));
  return kind === "bytes" ? fixedBytes(Number(size)) : undefined;
}
