import { headerFieldAt, headerFromRlp, headerRlp } from "../../sdk/chain/index.ts";
import { qbftHeaders, readQbftExtraData, writeQbftExtraData } from "../../sdk/consensus/index.ts";
import { type EvidenceBundle, evidenceText } from "../../sdk/provenance/index.ts";

/** A mutation of a bundle's file, and what it did. */
export type EvidenceMutation = { readonly text: string; readonly what: string };

type Draft = Record<string, unknown>;
type Random = () => number;

/** Numbers, hex digits and letters become others of their kind, so that the file stays as readable as it was. */
function otherDigit(digit: string, random: Random): string {
  const kind =
    ["0123456789abcdef", "ghijklmnopqrstuvwxyz"].find((each) => each.includes(digit)) ?? "#";
  const others = [...kind].filter((each) => each !== digit);
  return others[Math.floor(random() * others.length)] ?? "#";
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("There is nothing to choose from.");
  return item;
}

/** One byte of the file, anywhere. */
function anyByte(text: string, random: Random): EvidenceMutation {
  const at = Math.floor(random() * text.length);
  const digit = text.charAt(at);
  const other =
    random() < 0.8
      ? otherDigit(digit, random)
      : String.fromCharCode(33 + Math.floor(random() * 90));
  const changed = other === digit ? "~" : other;
  return {
    text: `${text.slice(0, at)}${changed}${text.slice(at + 1)}`,
    what: `byte ${at}: ${digit} to ${changed}`,
  };
}

/** Every list of hex bytes in a bundle: proofs, headers, paths of documents. */
function proofsIn(
  value: unknown,
  path: string,
): { readonly path: string; readonly list: string[] }[] {
  if (Array.isArray(value)) {
    const own =
      value.length > 0 && value.every((item) => typeof item === "string" && item.startsWith("0x"));
    if (own) return [{ path, list: value as string[] }];
    return value.flatMap((item, index) => proofsIn(item, `${path}[${index}]`));
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => proofsIn(item, `${path}.${name}`));
}

function draftOf(bundle: EvidenceBundle): Draft {
  return JSON.parse(evidenceText.write(bundle));
}

function written(draft: Draft, what: string): EvidenceMutation {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted);
    if (typeof value !== "object" || value === null) return value;
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(members.map(([name, item]) => [name, sorted(item)]));
  };
  return { text: JSON.stringify(sorted(draft)), what };
}

/** One node of one proof dropped, doubled, swapped with its neighbour, cut or taken from another proof. */
function anyProof(bundle: EvidenceBundle, random: Random): EvidenceMutation {
  const draft = draftOf(bundle);
  const { path, list } = pick(proofsIn(draft, ""), random);
  const at = Math.floor(random() * list.length);
  const node = list[at] ?? "";
  const ways: readonly [string, () => void][] = [
    ["dropped", () => void list.splice(at, 1)],
    ["doubled", () => void list.splice(at, 0, node)],
    ["cut", () => void list.splice(at, 1, node.slice(0, -2))],
    ["lengthened", () => void list.splice(at, 1, `${node}00`)],
    [
      "another's",
      () => {
        const others = proofsIn(draft, "").filter((each) => each.list !== list);
        const other = pick(pick(others, random).list, random);
        list.splice(at, 1, other === node ? `${node}01` : other);
      },
    ],
  ];
  const [way, change] = pick(ways, random);
  change();
  return written(draft, `${path}[${at}] ${way}`);
}

/** A part of another bundle in the place of this one's. */
function anyGraft(bundle: EvidenceBundle, other: EvidenceBundle, random: Random): EvidenceMutation {
  const [draft, donor] = [draftOf(bundle), draftOf(other)];
  const names = Object.keys(draft).filter(
    (name) => JSON.stringify(draft[name]) !== JSON.stringify(donor[name]),
  );
  const name = pick(names, random);
  draft[name] = donor[name];
  return written(draft, `${name} of another bundle`);
}

function anyNumber(bundle: EvidenceBundle, random: Random): EvidenceMutation {
  const draft = draftOf(bundle);
  const name = pick(["block", "chainId", "certificate"], random);
  const change = pick([-1, 1, 2, 256], random);
  const before = draft[name];
  draft[name] =
    typeof before === "string" ? String(BigInt(before) + BigInt(change)) : Number(before) + change;
  return written(draft, `${name} ${before} to ${draft[name]}`);
}

/** Seals of another block, of one validator twice, or too few, on one of the headers. */
function anySeals(
  bundle: EvidenceBundle,
  others: readonly EvidenceBundle[],
  random: Random,
): EvidenceMutation {
  const draft = draftOf(bundle);
  const at = Math.floor(random() * bundle.headers.length);
  const header = headerFromRlp(bundle.headers[at] ?? "0x", qbftHeaders);
  const donors = [bundle, ...others]
    .flatMap(({ headers }) => headers)
    .map((rlp) => headerFromRlp(rlp, qbftHeaders))
    .filter(({ hash }) => hash !== header.hash);
  const extraData = readQbftExtraData(header.extraData);
  const [first = "", second = ""] = extraData.seals;
  const [way, seals] = pick(
    [
      ["another block's", readQbftExtraData(pick(donors, random).extraData).seals],
      ["doubled", [first, first, ...extraData.seals.slice(1)]],
      ["too few", extraData.seals.slice(0, 2)],
      ["crossed", [`${first.slice(0, 66)}${second.slice(66)}`, ...extraData.seals.slice(1)]],
    ] as const,
    random,
  );
  const sealed = writeQbftExtraData({ ...extraData, seals });
  const headers = [...bundle.headers];
  headers[at] = headerRlp({ fields: header.fields.with(headerFieldAt.extraData, sealed) });
  return written({ ...draft, headers }, `seals of header ${at}: ${way}`);
}

/**
 * A mutation of a bundle: seals, a byte anywhere, a node of a proof, a number, or a part of another bundle of the same ledger.
 *
 * @param others bundles of a cousin, of another block
 */
export function mutatedEvidence(
  bundle: EvidenceBundle,
  others: readonly EvidenceBundle[],
  random: Random,
): EvidenceMutation {
  const way = random();
  if (way < 0.1) return anySeals(bundle, others, random);
  if (way < 0.4) return anyByte(evidenceText.write(bundle), random);
  if (way < 0.75) return anyProof(bundle, random);
  if (way < 0.85) return anyNumber(bundle, random);
  return anyGraft(bundle, pick(others, random), random);
}
