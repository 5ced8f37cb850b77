import { type ContractName, ledgerInterfaces } from "@tallystick/sdk";

/** A log without its place. */
export type MadeLog = {
  readonly contract: ContractName;
  readonly topics: readonly string[];
  readonly data: string;
};

type Value = bigint | string;

function word(value: Value): string {
  if (typeof value === "bigint") return value.toString(16).padStart(64, "0");
  const digits = value.slice(2);
  // 20 bytes are an address, which lies at a word's end; other bytes begin it.
  return digits.length === 40 ? digits.padStart(64, "0") : digits.padEnd(64, "0");
}

function eventOf(contract: ContractName, name: string) {
  const event = ledgerInterfaces[contract].getEvent(name);
  if (event === null) throw new Error(`${contract} has no event ${name}`);
  return event;
}

/** Makes logs of events whose every field is one word, much faster than ethers does. */
function flat(contract: ContractName, name: string): (...values: readonly Value[]) => MadeLog {
  const { topicHash, inputs } = eventOf(contract, name);
  return (...values) => {
    const topics = [topicHash];
    let data = "0x";
    for (const [index, input] of inputs.entries()) {
      const text = word(values[index] ?? 0n);
      if (input.indexed === true) topics.push(`0x${text}`);
      else data += text;
    }
    return { contract, topics, data };
  };
}

/** Makes logs of an event with structs, encoded once: `ids` take the place of its first topics, `first` of its first word. */
function like(contract: ContractName, name: string, values: readonly unknown[]) {
  const { topics, data } = ledgerInterfaces[contract].encodeEventLog(
    eventOf(contract, name),
    values,
  );
  return (ids: readonly bigint[], first?: bigint): MadeLog => {
    const own = topics.map((topic, index) => {
      const id = index === 0 ? undefined : ids[index - 1];
      return id === undefined ? topic : `0x${word(id)}`;
    });
    return {
      contract,
      topics: own,
      data: first === undefined ? data : `0x${word(first)}${data.slice(66)}`,
    };
  };
}

/** Logs as the ledger's contracts would emit them. */
export const logMaker = { flat, like } as const;
