import type { EventFragment } from "ethers";
import type { LedgerLog } from "./ledgerLog.ts";
import type { PlainValue } from "./plainValue.ts";
import { readStruct } from "./readStruct.ts";
import { wordReader } from "./wordReader.ts";

interface Field {
  readonly name: string;
  readonly indexed: boolean;
  readonly read: (data: string, base: number, at: number) => PlainValue | undefined;
  readonly size: number;
  readonly isFlat: boolean;
}

const hexWords = /^0x([0-9a-f]{64})*$/;
const hexWord = /^0x[0-9a-f]{64}$/;
const flatFields = new WeakMap<EventFragment, readonly Field[] | undefined>();

function fieldsOf(fragment: EventFragment): readonly Field[] | undefined {
  if (flatFields.has(fragment)) return flatFields.get(fragment);
  const fields = fragment.inputs.flatMap((type, index): Field[] => {
    const indexed = type.indexed === true;
    // Of an indexed struct or list the topic is but a hash.
    if (indexed && wordReader(type) === undefined) return [];
    const reader = readStruct(type);
    const name = type.name === "" ? `arg${index}` : type.name;
    return reader === undefined ? [] : [{ name, indexed, ...reader }];
  });
  const flat = fields.length === fragment.inputs.length ? fields : undefined;
  flatFields.set(fragment, flat);
  return flat;
}

function wordOf(topic = ""): string {
  return hexWord.test(topic) ? topic.slice(2) : "";
}

/**
 * The arguments of an event whose fields are words, structs and lists of them, without ethers' machinery: ten times as fast.
 * Undefined when the event has other fields or a word is not canonical; then ethers decides what it is.
 */
export function readFlatEvent(
  fragment: EventFragment,
  { topics, data }: LedgerLog,
): Readonly<Record<string, PlainValue>> | undefined {
  const fields = fieldsOf(fragment);
  if (fields === undefined || !hexWords.test(data)) return undefined;
  const args: Record<string, PlainValue> = {};
  let [topic, offset, isFlat] = [1, 2, true];
  for (const field of fields) {
    const value = field.indexed
      ? field.read(wordOf(topics[topic++]), 0, 0)
      : field.read(data, 2, offset);
    if (value === undefined) return undefined;
    args[field.name] = value;
    if (field.indexed) continue;
    offset += field.size;
    isFlat &&= field.isFlat;
  }
  const isWhole = isFlat ? offset === data.length : offset <= data.length;
  return topic === topics.length && isWhole ? args : undefined;
}
