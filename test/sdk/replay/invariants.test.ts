import {
  type ContractName,
  Invariants,
  ledgerInterfaces,
  MemoryTables,
  Replay,
  type ReplayFinding,
} from "@tallystick/sdk";
import { expect } from "chai";
import { id, ZeroHash } from "ethers";
import { logMaker, type MadeLog } from "../../../scripts/bench/replay/logMaker.ts";
import { receivableLife } from "../../../scripts/bench/replay/receivableLife.ts";

const { flat, like } = logMaker;
const names = Object.keys(ledgerInterfaces) as ContractName[];
const addressOf = (name: ContractName): string =>
  `0x${(names.indexOf(name) + 4_096).toString(16).padStart(40, "0")}`;
const addresses = Object.fromEntries(names.map((name) => [name, addressOf(name)])) as Record<
  ContractName,
  string
>;
const root = (1n << 32n) | 1n;
const account = (member: bigint): string => `0x${member.toString(16).padStart(40, "0")}`;

async function findingsOf(
  blocks: readonly (readonly MadeLog[])[],
): Promise<readonly ReplayFinding[]> {
  const invariants = new Invariants();
  const replay = new Replay({
    deployment: { addresses },
    tables: await MemoryTables.create(),
    invariants,
  });
  const findings: ReplayFinding[] = [];
  for (const [index, made] of blocks.entries()) {
    const place = {
      blockNumber: index,
      blockHash: ZeroHash,
      transactionHash: id(`${index}`),
      transactionIndex: 0,
    };
    const logs = made.map(({ contract, topics, data }, logIndex) => ({
      ...{ address: addresses[contract], topics, data, logIndex },
      ...place,
    }));
    findings.push(
      ...(await replay.fold({ number: index, time: new Date(1_790_000_000_000), logs })),
    );
  }
  return findings;
}

/** The blocks of a whole life, with one more or other log. */
function life(block: number, name: string, change: (log: MadeLog) => readonly MadeLog[]) {
  const blocks = [receivableLife.beginning(), ...receivableLife.of(1n)];
  const [contract = "", event = ""] = name.split(".");
  const topic = ledgerInterfaces[contract as ContractName].getEvent(event)?.topicHash;
  let done = false;
  return blocks.map((logs, index) =>
    logs.flatMap((log) => {
      if (done || index !== block || log.topics[0] !== topic) return [log];
      done = true;
      return change(log);
    }),
  );
}

const withWord = (log: MadeLog, index: number, value: bigint): MadeLog => {
  const at = 2 + 64 * index;
  const word = value.toString(16).padStart(64, "0");
  return { ...log, data: log.data.slice(0, at) + word + log.data.slice(at + 64) };
};
const withTopic = (log: MadeLog, index: number, value: bigint): MadeLog => ({
  ...log,
  topics: log.topics.map((topic, at) =>
    at === index ? `0x${value.toString(16).padStart(64, "0")}` : topic,
  ),
});

const [issuing, passing, settling] = [1, 2, 3];
const location = flat("warehouses", "LocationRegistered");
const lot = like("warehouses", "LotOpened", [
  ...[1, id("goods key"), [1, id("mark"), id("goods"), 50, 21_000, 1], ZeroHash],
]);

describe("Invariants of a replay", () => {
  it("hold through the whole life of a receivable", async () => {
    expect(await findingsOf([receivableLife.beginning(), ...receivableLife.of(1n)])).to.deep.equal(
      [],
    );
  });

  const cases: readonly (readonly [string, string, () => MadeLog[][]])[] = [
    [
      "I1",
      "when less is minted than was confirmed",
      () => life(issuing, "creditCertificates.RootMinted", (log) => [withWord(log, 0, 999_999n)]),
    ],
    [
      "I1",
      "when value ends without being settled or retired",
      () => life(settling, "creditCertificates.Settled", () => []),
    ],
    [
      "I2",
      "when a child lies in another receivable than its parent",
      () =>
        life(passing, "creditCertificates.Passed", (log) => [withTopic(log, 1, (2n << 32n) | 2n)]),
    ],
    [
      "I3",
      "when more is passed than there is",
      () => life(passing, "creditCertificates.Passed", (log) => [withWord(log, 1, 5_000_000n)]),
    ],
    [
      "I3",
      "when more is held than there is",
      () =>
        life(passing, "creditCertificates.Passed", (log) => [
          log,
          flat("creditCertificates", "Held")(1n, root, account(9n), 999_999n, 1n),
        ]),
    ],
    [
      "I4",
      "when more is confirmed than the limit",
      () => life(0, "receivables.LimitSet", (log) => [withWord(log, 0, 10n)]),
    ],
    [
      "I5",
      "when more is used than exists",
      () => life(issuing, "claims.ClaimReserved", (log) => [withWord(log, 2, 10n)]),
    ],
    [
      "I7",
      "when value is pledged to nobody",
      () =>
        life(passing, "creditCertificates.Passed", (log) => [
          log,
          flat("creditCertificates", "Held")(1n, root, account(9n), 1_000n, 1n),
          flat("creditCertificates", "HoldKept")(1n),
        ]),
    ],
    [
      "I8",
      "when a run settles less than it was paid",
      () => life(settling, "settlementRuns.LegSettled", (log) => [withWord(log, 0, 1n)]),
    ],
    [
      "I6",
      "when receipts exceed goods and natural loss",
      () => [
        receivableLife.beginning(),
        [
          location(1n, 2n, id("place"), 1_000n, "0x6b676d"),
          lot([]),
          flat("warehouses", "StockMoved")(1n, 100n, 10n),
        ],
      ],
    ],
    [
      "I6",
      "when a location holds more than fits into it",
      () => [
        receivableLife.beginning(),
        [
          location(1n, 2n, id("place"), 5n, "0x6b676d"),
          lot([]),
          flat("warehouses", "StockMoved")(1n, 0n, 10n),
        ],
      ],
    ],
    [
      "I8",
      "when a payment has a second outcome",
      () => [
        receivableLife.beginning(),
        ...receivableLife.of(1n),
        [flat("settlement", "InstructionExpired")(1n)],
      ],
    ],
    [
      "I9",
      "when a stranger acts for a member",
      () =>
        life(passing, "creditCertificates.Passed", (log) => [
          log,
          flat("creditCertificates", "FreezeProposed")(root, 1n, id("order"), 2n, account(77n)),
        ]),
    ],
    [
      "I9",
      "when a holder is nobody",
      () => life(passing, "creditCertificates.Passed", (log) => [withTopic(log, 2, 4_000n)]),
    ],
    [
      "I10",
      "when a due day moves",
      () =>
        life(passing, "creditCertificates.Passed", (log) => {
          const [registered] = receivableLife.of(1n)[0] ?? [];
          return registered === undefined ? [] : [log, withWord(registered, 10, 20_600n)];
        }),
    ],
  ];
  for (const [code, what, blocks] of cases) {
    it(`${code} is found broken ${what}`, async () => {
      const found = await findingsOf(blocks());
      expect(found.map((finding) => finding.code)).to.include(code);
      const finding = found.find((each) => each.code === code);
      expect(finding?.block, JSON.stringify(found)).to.be.at.least(0);
      expect(finding?.expected).to.not.equal(finding?.actual);
    });
  }

  it("call a credit note that leaves less than is used a fact, and no mismatch", async () => {
    const lowered = flat("claims", "ClaimLowered")(
      id("key 1"),
      id("claimant 1"),
      id("note"),
      10n,
      999_990n,
      1_000_000n,
    );
    const blocks = life(passing, "creditCertificates.Passed", (log) => [log, lowered]);
    expect((await findingsOf(blocks)).map(({ code }) => code)).to.deep.equal(["short"]);
  });
});
