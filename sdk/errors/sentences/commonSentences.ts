import type { Sentence } from "../sentencesOf.ts";
import { solidityPanics } from "./solidityPanics.ts";

/** Errors of Solidity itself, whose arguments have no names, and of OpenZeppelin's helpers. */
type CommonSentences = {
  readonly Error: Sentence<{ arg0: string }>;
  readonly Panic: Sentence<{ arg0: bigint }>;
  readonly AddressEmptyCode: Sentence<{ target: string }>;
  readonly FailedCall: Sentence<unknown>;
  readonly InsufficientBalance: Sentence<{ balance: bigint; needed: bigint }>;
  readonly InvalidShortString: Sentence<unknown>;
  readonly SafeCastOverflowedUintDowncast: Sentence<{ bits: bigint; value: bigint }>;
  readonly StringTooLong: Sentence<{ str: string }>;
  readonly StringsInsufficientHexLength: Sentence<{ value: bigint; length: bigint }>;
};

/** Why a contract refuses without an error of its own. */
export const commonSentences: CommonSentences = {
  Error: ({ arg0 }) => `a contract refused: ${arg0}`,
  Panic: ({ arg0 }) => `the contract stopped: ${solidityPanics[String(arg0)] ?? `panic ${arg0}`}`,
  AddressEmptyCode: ({ target }) => `there is no contract at ${target}`,
  FailedCall: () => "a call of another contract failed",
  InsufficientBalance: ({ balance, needed }) =>
    `the contract has ${balance} wei and would need ${needed}`,
  InvalidShortString: () => "a short text is damaged",
  SafeCastOverflowedUintDowncast: ({ bits, value }) => `${value} does not fit in ${bits} bits`,
  StringTooLong: ({ str }) => `"${str}" is too long`,
  StringsInsufficientHexLength: ({ value, length }) =>
    `${value} does not fit in ${length} bytes of hex`,
};
