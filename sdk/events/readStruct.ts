import type { ParamType } from "ethers";
import type { PlainValue } from "./plainValue.ts";
import { type WordReader, wordReader } from "./wordReader.ts";

/** Reads one value whose head is at `at`; positions are in hex digits, offsets count from `base`. */
type Reader = {
  readonly read: (data: string, base: number, at: number) => PlainValue | undefined;
  /** Digits of its head; a value that isn't flat lies elsewhere, and its head says where. */
  readonly size: number;
  readonly isFlat: boolean;
};

const WORD = 64;
const LARGEST = 1_000_000n;
const readers = new WeakMap<ParamType, Reader | undefined>();

function numberAt(data: string, at: number): number | undefined {
  const word = data.slice(at, at + WORD);
  if (word.length < WORD) return undefined;
  const value = BigInt(`0x${word}`);
  return value > LARGEST ? undefined : Number(value);
}

function oneWord(read: WordReader): Reader {
  return {
    size: WORD,
    isFlat: true,
    read: (data, _base, at) => {
      const word = data.slice(at, at + WORD);
      return word.length === WORD ? read(word) : undefined;
    },
  };
}

function struct(names: readonly string[], fields: readonly Reader[]): Reader {
  const isFlat = fields.every((field) => field.isFlat);
  const size = isFlat ? fields.reduce((sum, field) => sum + field.size, 0) : WORD;
  const readAt = (data: string, base: number): PlainValue | undefined => {
    const value: Record<string, PlainValue> = {};
    let at = base;
    for (const [index, field] of fields.entries()) {
      const read = field.read(data, base, at);
      if (read === undefined) return undefined;
      value[names[index] ?? ""] = read;
      at += field.size;
    }
    return value;
  };
  return { size, isFlat, read: (data, base, at) => followed(isFlat, data, base, at, readAt) };
}

/** Reads what lies here, or where the offset that lies here says. */
function followed(
  isHere: boolean,
  data: string,
  base: number,
  at: number,
  readAt: (data: string, at: number) => PlainValue | undefined,
): PlainValue | undefined {
  if (isHere) return readAt(data, at);
  const offset = numberAt(data, at);
  return offset === undefined ? undefined : readAt(data, base + 2 * offset);
}

function list(item: Reader): Reader {
  const readAt = (data: string, base: number): PlainValue | undefined => {
    const length = numberAt(data, base);
    if (length === undefined || length * WORD > data.length) return undefined;
    const values: PlainValue[] = [];
    const first = base + WORD;
    for (let at = first; values.length < length; at += item.size) {
      const value = item.read(data, first, at);
      if (value === undefined) return undefined;
      values.push(value);
    }
    return values;
  };
  return {
    size: WORD,
    isFlat: false,
    read: (data, base, at) => followed(false, data, base, at, readAt),
  };
}

function made(type: ParamType): Reader | undefined {
  const word = wordReader(type);
  if (word !== undefined) return oneWord(word);
  if (type.isArray()) {
    const item = type.arrayLength === -1 ? readStruct(type.arrayChildren) : undefined;
    return item === undefined ? undefined : list(item);
  }
  if (!type.isTuple()) return undefined;
  const fields = type.components
    .map((each) => readStruct(each))
    .filter((each) => each !== undefined);
  if (fields.length < type.components.length) return undefined;
  return struct(
    type.components.map(({ name }) => name),
    fields,
  );
}

/** The reader of a word, a struct or a list of these; undefined for other types, which ethers reads. */
export function readStruct(type: ParamType): Reader | undefined {
  if (readers.has(type)) return readers.get(type);
  const reader = made(type);
  readers.set(type, reader);
  return reader;
}
