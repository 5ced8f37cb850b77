import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { writeDurably } from "../../ledger/writeDurably.ts";
import { NetworkError } from "../NetworkError.ts";

const hex = z.string().regex(/^0x[0-9a-f]+$/);
const address = z.string().regex(/^P-[a-z]+1[0-9a-z]{38}$/);

const schema = z.strictObject({
  kind: z.literal("tallystick-platform-transaction"),
  /** The transaction's bytes without signatures: these are what is signed, and what `sign` describes. */
  unsigned: hex,
  /** Whose signatures each of its credentials takes, in their order. */
  signers: z.array(z.array(address).min(1)).min(1),
  /** 65 bytes each, by address. */
  signatures: z.record(address, hex),
});

/** A transaction of the P-chain on its way from one signer to the next. It holds no secret. */
export type TransactionFile = z.output<typeof schema>;

/** The file that is passed around. */
export const transactionFile = {
  /** @throws {NetworkError} TRANSACTION_UNREADABLE */
  read(file: string): TransactionFile {
    if (!existsSync(file)) {
      throw new NetworkError("TRANSACTION_UNREADABLE", `There is no file ${file}.`, 3);
    }
    try {
      return schema.parse(JSON.parse(readFileSync(file, "utf8")));
    } catch (error) {
      const sentence = `${file} holds no transaction for the P-chain.`;
      throw new NetworkError("TRANSACTION_UNREADABLE", sentence, 3, { cause: error });
    }
  },

  async write(file: string, transaction: TransactionFile): Promise<void> {
    await writeDurably(file, `${JSON.stringify(transaction, null, 2)}\n`);
  },

  /** Addresses that have yet to sign. */
  missing({ signers, signatures }: TransactionFile): readonly string[] {
    return [...new Set(signers.flat())].filter((each) => signatures[each] === undefined);
  },
} as const;
