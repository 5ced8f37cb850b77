import type { Words } from "./words.ts";

type Input = { readonly name: string; readonly type: string };
type ErrorIn<Abi extends readonly unknown[]> = Extract<
  Abi[number],
  { readonly type: "error"; readonly name: string; readonly inputs: readonly Input[] }
>;
type Value<Type extends string> = Type extends `${"u" | ""}int${string}`
  ? bigint
  : Type extends "bool"
    ? boolean
    : string;
type Args<Inputs extends readonly Input[]> = {
  readonly [Item in Inputs[number] as Item["name"]]: Value<Item["type"]>;
};

/** Says one error as a sentence; the first letter may be small, and the full stop is left out. */
export type Sentence<Arguments> = (args: Arguments, say: Words) => string;

/** One sentence for each custom error of an ABI, so that the compiler misses one that is forgotten. */
export type SentencesOf<Abi extends readonly unknown[]> = {
  readonly [Item in ErrorIn<Abi> as Item["name"]]: Sentence<Args<Item["inputs"]>>;
};
