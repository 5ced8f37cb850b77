import { currencyToBytes3 } from "@tallystick/sdk";
import { id, ZeroAddress, ZeroHash } from "ethers";
import { logMaker, type MadeLog } from "./logMaker.ts";

const { flat, like } = logMaker;
const [OBLIGOR, SUPPLIER, BANK, FIRST_BUYER] = [2n, 3n, 4n, 5n];
const PASSES = 8;
const AMOUNT = 1_000_000n;
const PART = 100_000n;
const CNY = currencyToBytes3("CNY");
const DAY = 20_500;
const account = (member: bigint): string => `0x${member.toString(16).padStart(40, "0")}`;

const admitted = (member: bigint) =>
  like("members", "MemberAdmitted", [
    member,
    [id(`member ${member}`), 3, 0, 0, account(member), id("account"), ZeroHash],
    1,
    ZeroHash,
  ])([]);
const limit = flat("receivables", "LimitSet");
const ceiling = flat("rules", "CeilingSet");
const terms = [
  ...[OBLIGOR, SUPPLIER, AMOUNT, CNY, DAY, DAY + 60, DAY + 60, id("documents"), true, true],
  ...[ZeroHash, 0, 0, [[id("invoice"), AMOUNT, AMOUNT]], [], [], id("salt")],
];
const registered = like("receivables", "ReceivableRegistered", [
  ...[1, OBLIGOR, SUPPLIER, terms, id("terms"), 3, ZeroHash],
]);
const reserved = flat("claims", "ClaimReserved");
const confirmed = flat("receivables", "ReceivableConfirmed");
const moved = flat("claims", "ClaimsMoved");
const minted = flat("creditCertificates", "RootMinted");
const transfer = flat("creditCertificates", "Transfer");
const transferValue = flat("creditCertificates", "TransferValue");
const slotChanged = flat("creditCertificates", "SlotChanged");
const accepted = flat("receivables", "ReceivableAccepted");
const passed = flat("creditCertificates", "Passed");
const issued = like("settlement", "InstructionIssued", [
  ...[1, OBLIGOR, 0],
  [
    ...[OBLIGOR, 0, BANK, AMOUNT, CNY, 0, 0, 1_800_000_000, 1, 0],
    ...[account(OBLIGOR), id("payer"), ZeroHash],
  ],
  [[AMOUNT, AMOUNT, 0]],
  ZeroHash,
]);
const taken = flat("settlement", "InstructionAccepted");
const paid = like("settlement", "InstructionPaid", [
  1,
  [1, 0, BANK, id("payer"), ZeroHash, AMOUNT, CNY, id("reference"), DAY + 60, id("receipt")],
  ZeroHash,
]);
const opened = flat("settlementRuns", "RunOpened");
const settled = flat("creditCertificates", "Settled");
const legSettled = flat("settlementRuns", "LegSettled");
const closed = flat("settlementRuns", "RunClosed");
const ended = flat("creditCertificates", "CirculationClosed");
const reduced = flat("receivables", "ReceivableReduced");
const discharged = flat("receivables", "ReceivableDischarged");
const undelivered = flat("settlementRuns", "LegUndelivered");

function minting(to: bigint, token: bigint, value: bigint): MadeLog[] {
  return [
    transfer(ZeroAddress, account(to), token),
    slotChanged(token, 0n, token >> 32n),
    transferValue(0n, token, value),
  ];
}

function issuing(receivable: bigint, root: bigint): MadeLog[] {
  const claimant = id(`claimant ${receivable}`);
  return [
    registered([receivable]),
    reserved(id(`key ${receivable}`), claimant, 0n, id(`tag ${receivable}`), AMOUNT, AMOUNT, CNY),
    confirmed(receivable, 1n, 1_800_000_000n, account(OBLIGOR)),
    moved(claimant, 2n),
    minted(root, SUPPLIER, OBLIGOR, AMOUNT),
    ...minting(SUPPLIER, root, AMOUNT),
    accepted(receivable, root, account(SUPPLIER)),
  ];
}

/** Parts of the root go to buyers, one of another. */
function passing(root: bigint): MadeLog[] {
  return Array.from({ length: PASSES }, (_, index) => {
    const [child, buyer] = [root + 1n + BigInt(index), FIRST_BUYER + BigInt(index)];
    const event = passed(child, buyer, OBLIGOR, root, PART, 0n, id("trade"));
    return [event, ...minting(buyer, child, PART)];
  }).flat();
}

function settling(receivable: bigint, root: bigint): MadeLog[] {
  const leg = (token: bigint, payee: bigint, value: bigint): MadeLog[] => [
    settled(token, value, 0n),
    legSettled(receivable, token, payee, value, value),
  ];
  const parts = Array.from({ length: PASSES }, (_, index) =>
    leg(root + 1n + BigInt(index), FIRST_BUYER + BigInt(index), PART),
  );
  return [
    issued([receivable]),
    taken(receivable, BigInt(DAY + 60)),
    paid([receivable], receivable),
    ended(receivable),
    opened(receivable, receivable, receivable, AMOUNT, AMOUNT, BigInt(DAY + 60)),
    ...leg(root, SUPPLIER, AMOUNT - PART * BigInt(PASSES)),
    ...parts.flat(),
    closed(receivable, receivable),
    reduced(receivable, AMOUNT),
    moved(id(`claimant ${receivable}`), 3n),
    discharged(receivable),
  ];
}

/** Lives of receivables as blocks' logs, from admission of the members on. */
export const receivableLife = {
  beginning: (): MadeLog[] => [
    ...Array.from({ length: Number(FIRST_BUYER) + PASSES - 1 }, (_, index) =>
      admitted(BigInt(index + 1)),
    ),
    ceiling(OBLIGOR, CNY, 10n ** 20n, 1n),
    limit(OBLIGOR, CNY, 10n ** 20n),
  ],

  /** One receivable from registration to discharge, with a pass to each of eight buyers. */
  of(receivable: bigint): MadeLog[][] {
    const root = (receivable << 32n) | 1n;
    return [issuing(receivable, root), passing(root), settling(receivable, root)];
  },

  /** What leaves the live rows as many as they were: transfers without effect, marks on legs, a limit that is set again. */
  idle: (round: bigint): MadeLog[] => [
    limit(OBLIGOR, CNY, 10n ** 20n + round),
    ...Array.from({ length: 10 }, () => transferValue(1n, 2n, round)),
    ...Array.from({ length: 10 }, () => undelivered(round, 1n, BANK, id("statement"))),
  ],
} as const;
