import { verifyStorageProofs } from "../chain/verifyStorageProofs.ts";
import { EvidenceError } from "../errors/EvidenceError.ts";
import type { EvidenceBundle } from "./evidenceBundle.ts";
import type { EvidenceContract } from "./ledgerWord.ts";
import type { WordReader } from "./wordReader.ts";

type Bundle = Pick<EvidenceBundle, "contracts" | "storage">;

function keyOf(contract: EvidenceContract, slot: string): string {
  return `${contract} ${slot}`;
}

function superfluous(sentence: string): EvidenceError {
  return new EvidenceError("evidence-superfluous", sentence);
}

function wordsOf({ contracts, storage }: Bundle, stateRoot: string): Map<string, bigint> {
  const words = new Map<string, bigint>();
  for (const contract of Object.keys(storage) as EvidenceContract[]) {
    const its = storage[contract];
    if (its === null) continue;
    const slots = its.words.map(({ slot, proof }) => ({ slot: BigInt(slot), proof }));
    const address = contracts[contract];
    const values = verifyStorageProofs({ stateRoot, address, accountProof: its.account, slots });
    for (const [index, { slot }] of its.words.entries()) {
      if (slot <= (its.words[index - 1]?.slot ?? "")) {
        throw superfluous(`The words of ${contract} aren't in ascending order, each once.`);
      }
      words.set(keyOf(contract, slot), values[index] ?? 0n);
    }
    if (its.words.length === 0) throw superfluous(`No word of ${contract} is shown.`);
  }
  return words;
}

/**
 * The words that a bundle proves against a state root. `requireAllRead` refuses words that no fact needed: they would show
 * more than the bundle is about.
 *
 * @throws ChainProofError where a proof proves nothing; EvidenceError `evidence-superfluous`
 */
export function provedWords(
  bundle: Bundle,
  stateRoot: string,
): WordReader & { requireAllRead(): void } {
  const words = wordsOf(bundle, stateRoot);
  const used = new Set<string>();
  const readIfProved: WordReader["readIfProved"] = ({ contract, slot }) => {
    const key = keyOf(contract, slot);
    used.add(key);
    return words.get(key);
  };
  return {
    readIfProved,
    read(word) {
      const value = readIfProved(word);
      if (value !== undefined) return value;
      const sentence = `Nothing in the bundle proves ${word.name}.`;
      throw new EvidenceError("evidence-storage-unproved", sentence);
    },
    requireAllRead() {
      const unread = [...words.keys()].find((key) => !used.has(key));
      if (unread !== undefined) throw superfluous(`No fact needs the word ${unread}.`);
    },
  };
}
