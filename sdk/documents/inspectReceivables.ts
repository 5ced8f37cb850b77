import { sha256 } from "@noble/hashes/sha2.js";
import { hexlify } from "ethers";
import { DocumentUnreadableError } from "../errors/DocumentUnreadableError.ts";
import type { InspectedReceivables } from "./inspectedDocument.ts";
import { ProblemList } from "./ProblemList.ts";
import { readReceivablesCsv } from "./readReceivablesCsv.ts";

// Reading on would take minutes and say nothing new.
const mostRefused = 100_000;

/**
 * Reads a table of receivables as a stream; refused rows are problems.
 *
 * @param currency ISO 4217 code that the amounts are in
 * @throws DocumentUnreadableError when it is not such a table
 * @throws MoneyError `money-currency-unknown`
 */
export async function inspectReceivables(
  pieces: AsyncIterable<Uint8Array>,
  currency: string,
): Promise<InspectedReceivables> {
  const problems = new ProblemList();
  const hash = sha256.create();
  async function* hashed(): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      hash.update(piece);
      yield piece;
    }
  }
  let rows = 0;
  let refused = 0;
  let minor = 0n;
  try {
    for await (const entry of readReceivablesCsv(hashed(), { currency })) {
      if (entry.kind === "row") {
        rows += 1;
        minor += entry.amountMinor;
        continue;
      }
      refused += 1;
      if (refused > mostRefused) {
        throw new DocumentUnreadableError(`More than ${mostRefused} rows can't be read.`);
      }
      problems.add(`line ${entry.line}, ${entry.column}`, entry.reason);
    }
  } catch (error) {
    if (!(error instanceof DocumentUnreadableError)) throw error;
    const message = "The file is neither XML nor JSON, and no table of receivables either";
    throw new DocumentUnreadableError(`${message}. ${error.message}`, { cause: error });
  }
  const digest = hexlify(hash.digest()) as `0x${string}`;
  return {
    kind: "receivables",
    identity: JSON.stringify(["receivables", digest]),
    digest,
    number: null,
    seller: null,
    buyer: null,
    amount: { minor: minor.toString(), currency },
    issued: null,
    due: null,
    rows,
    problems: problems.all(),
  };
}
