import { BaseError, createLedger, type Ledger } from "@tallystick/sdk";
import { expect } from "chai";
import { id, Wallet, ZeroHash } from "ethers";
import type { Answer } from "../../gateway/helpers/client.ts";
import { type CastName, ledgerCast } from "../../gateway/helpers/ledgerCast.ts";
import { type LedgerGateway, ledgerGateway } from "../../gateway/helpers/ledgerGateway.ts";
import { projectedTables } from "../../gateway/helpers/projectedTables.ts";
import { store } from "../../gateway/helpers/store.ts";

/** How a step of a fraud was refused: status of the gateway, code and sentence. */
export type Refused = readonly [status: number, code: unknown, sentence: unknown];

const twoDays = 48 * 3_600;

function memberName(member: number): string | undefined {
  return Object.values(ledgerCast)[member - 1]?.name;
}

async function ledgerOf({ provider, deployment }: LedgerGateway, signer: Wallet): Promise<Ledger> {
  return createLedger({ provider, deployment, signer, memberName });
}

/** Second accounts of members that sign for themselves: the gateway doesn't count their nonces. */
async function selfKept(stack: LedgerGateway, names: readonly CastName[]) {
  const { contracts, who, provider } = stack;
  const ledgers = new Map<CastName, Ledger>();
  for (const name of names) {
    const wallet = new Wallet(id(`own key of ${name}`), provider);
    const members = contracts.members.connect(who[name].wallet);
    await (await members.addAccount(wallet.address, ZeroHash, { gasPrice: 0n, type: 0 })).wait();
    ledgers.set(name, await ledgerOf(stack, wallet));
  }
  // An account that was added with one signature acts after 48 hours.
  if (names.length > 0) await stack.pass(twoDays);
  return ledgers;
}

/**
 * A ledger with its gateway on which a fraud is played.
 *
 * @param selfKeeping members that also act beside the gateway, by an account of their own
 */
export async function fraudStage(selfKeeping: readonly CastName[] = []) {
  const stack = await ledgerGateway();
  const ledgers = await selfKept(stack, selfKeeping);

  /** Rows that only a write changes; the checkpoint moves with every block. */
  const rows = async () => {
    const { checkpoint: _, ...tables } = await projectedTables(stack.database);
    return tables;
  };
  const unchanged = async <Said>(act: () => Promise<Said>): Promise<Said> => {
    const before = await rows();
    const said = await act();
    expect(await rows()).to.deep.equal(before);
    return said;
  };
  return {
    ...stack,
    stock: store(stack),

    /** A member beside the gateway. */
    own(name: CastName): Ledger {
      const ledger = ledgers.get(name);
      if (ledger === undefined) throw new Error(`${name} keeps no account of its own`);
      return ledger;
    },
    /** Whoever has this key, member or not. */
    with: (key: string) => ledgerOf(stack, new Wallet(id(key), stack.provider)),

    /** Asks the gateway for what must not be; the answer is a problem of RFC 9457, and nothing changed. */
    refused: (ask: () => Promise<Answer>): Promise<Refused> =>
      unchanged(async () => {
        const { status, headers, body } = await ask();
        expect(headers.get("content-type"), JSON.stringify(body)).to.contain("problem+json");
        return [status, body["code"], body["detail"]] as const;
      }),
    /** Asks the SDK, without any gateway, for what must not be; nothing was sent. */
    refusedByLedger: (ask: () => Promise<unknown>): Promise<readonly [string, string]> =>
      unchanged(async () => {
        try {
          await ask();
        } catch (thrown) {
          if (thrown instanceof BaseError) return [thrown.code, thrown.message] as const;
          throw thrown;
        }
        throw new Error("it was not refused");
      }),
    /** The answer's body, of what must succeed. */
    async done(asked: Promise<Answer> | Answer): Promise<Record<string, unknown>> {
      const { status, body } = await asked;
      expect(status, JSON.stringify(body)).to.be.lessThan(300);
      return body;
    },
  };
}

/** What `fraudStage` gives. */
export type FraudStage = Awaited<ReturnType<typeof fraudStage>>;
