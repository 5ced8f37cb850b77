import type { EventFragment } from "ethers";
import type { LedgerLog } from "./ledgerLog.ts";
import type { PlainValue } from "./plainValue.ts";
import { type WordReader, wordReader } from "./wordReader.ts";

interface Field {
  readonly name: string;
  readonly indexed: boolean;
  readonly read: WordReader;
}

const WORD = 64;
const hexWords = /^0x([0-9a-f]{64})*$/;
const hexWord = /^0x[0-9a-f]{64}$/;
const flatFields = new WeakMap<EventFragment, readonly Field[] | undefined>();

function fieldsOf(fragment: EventFragment): readonly Field[] | undefined {
  if (flatFields.has(fragment)) return flatFields.get(fragment);
  const fields = fragment.inputs.flatMap((type, index): Field[] => {
    const read = wordReader(type);
    const name = type.name === "" ? `arg${index}` : type.name;
    return read === undefined ? [] : [{ name, indexed: type.indexed === true, read }];
  });
  const flat = fields.length === fragment.inputs.length ? fields : undefined;
  flatFields.set(fragment, flat);
  return flat;
}

function wordOf(topic = ""): string {
  return hexWord.test(topic) ? topic.slice(2) : "";
}

/**
 * The arguments of an event whose every field is one word, without ethers' machinery: ten times as fast, and most events
 * are such. Undefined when the event has other fields or a word is not canonical; then ethers decides what it is.
 */
export function readFlatEvent(
  fragment: EventFragment,
  { topics, data }: LedgerLog,
): Readonly<Record<string, PlainValue>> | undefined {
  const fields = fieldsOf(fragment);
  if (fields === undefined || !hexWords.test(data)) return undefined;
  const args: Record<string, PlainValue> = {};
  let [topic, offset] = [1, 2];
  for (const { name, indexed, read } of fields) {
    const word = indexed ? wordOf(topics[topic++]) : data.slice(offset, offset + WORD);
    if (!indexed) offset += WORD;
    const value = word.length === WORD ? read(word) : undefined;
    if (value === undefined) return undefined;
    args[name] = value;
  }
  return topic === topics.length && offset === data.length ? args : undefined;
}
