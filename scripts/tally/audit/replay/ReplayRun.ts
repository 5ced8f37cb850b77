import { type Invariants, MemoryTables, Replay, type ReplayFinding } from "@tallystick/sdk";
import { reportedRow } from "../report/reportedRow.ts";
import { auditPermissions } from "./auditPermissions.ts";
import { BlockReader } from "./BlockReader.ts";
import { blockChecks } from "./blockChecks.ts";
import type { CheckedBlock } from "./checkBlock.ts";
import { inspectBlock } from "./inspectBlock.ts";
import { isSampled } from "./isSampled.ts";
import { replayCheckpoint } from "./replayCheckpoint.ts";
import type { ReplayProgress } from "./replayProgress.ts";
import type { ReplayRunOptions } from "./replayRunOptions.ts";
import { sampleViews } from "./sampleViews.ts";
import type { WireBlock } from "./wireBlock.ts";

const KEPT_FINDINGS = 1_000;

/** Reads, checks and folds blocks one after the other; what it knows of itself is in `progress`. */
export class ReplayRun {
  readonly progress: ReplayProgress;
  readonly tables: MemoryTables;
  readonly invariants: Invariants;
  readonly #options: ReplayRunOptions;
  readonly #replay: Replay;

  constructor(options: ReplayRunOptions) {
    const { progress, tables, invariants, deployment } = options;
    this.progress = progress;
    this.tables = tables;
    this.invariants = invariants;
    this.#options = options;
    this.#replay = new Replay({ deployment, tables, invariants });
  }

  /** Tables that keep what a report tells beside live rows, when one is wanted. */
  static tablesFor(hasReport: boolean): Promise<MemoryTables> {
    return MemoryTables.create(hasReport ? reportedRow : undefined);
  }

  /** Goes on to a block; `rest` is asked for after each range and may store a checkpoint. */
  async to(block: number, rest: () => Promise<void>): Promise<void> {
    const reader = new BlockReader(this.#options.node);
    for await (const wires of reader.read(this.progress.block + 1, block)) {
      for (const wire of wires) await this.#take(wire);
      await rest();
    }
  }

  /** Asks contracts about rows, as of the last block. */
  async sample(): Promise<void> {
    const { progress } = this;
    if (progress.isBroken) return;
    const { node, deployment } = this.#options;
    const seed = progress.genesisHash;
    const found = await sampleViews(node, deployment, this.tables, progress.block, seed);
    if (!found.available) progress.samplesMissing += 1;
    this.#count("views", found.checked, found.findings);
  }

  /** What the end alone can be asked: the engine's proof of it, and the chain's own lists beside the members' accounts. */
  async finish(): Promise<void> {
    const { engine, node } = this.#options;
    const seals = await engine.finish?.();
    if (seals !== undefined) this.#count("seals", engine.checked, seals);
    if (this.progress.isBroken) return;
    const found = await auditPermissions.check(node, this.progress, this.tables);
    if (found !== undefined) this.#count("permissions", found.checked, found.findings);
  }

  async store(file: string): Promise<void> {
    this.progress.engine = this.#options.engine.save();
    await replayCheckpoint.write(file, this.tables, this.invariants, this.progress);
  }

  async #take(wire: WireBlock): Promise<void> {
    const { node, engine, onBlock } = this.#options;
    const { progress } = this;
    const number = progress.block + 1;
    const parent = progress.blockHash === "" ? undefined : progress.blockHash;
    const checked = await inspectBlock(node, number, wire, parent, engine.headers);
    for (const id of blockChecks) {
      this.#count(
        id,
        1,
        checked.findings.filter(({ code }) => code === id),
      );
    }
    const { header } = checked;
    if (header !== undefined) {
      const before = engine.checked;
      const broken = engine.follow(header);
      this.#count("seals", engine.checked - before, broken);
      progress.blockHash = header.hash;
      progress.blockTime = Number(header.timestamp);
      if (number === progress.from) progress.fromTime = progress.blockTime;
    }
    progress.block = number;
    progress.transactions += wire.block.transactions.length;
    await this.#fold(number, checked);
    if (isSampled(number)) await this.sample();
    onBlock?.(progress);
  }

  async #fold(number: number, { logs }: CheckedBlock): Promise<void> {
    const { progress } = this;
    progress.permissions = auditPermissions.fold(progress.permissions, logs);
    if (progress.isBroken || logs.length === 0) return;
    const before = this.#replay.events;
    const time = new Date(progress.blockTime * 1000);
    const findings = await this.#replay.fold({ number, time, logs });
    progress.events += this.#replay.events - before;
    progress.isBroken = this.#replay.broken !== undefined;
    this.#count(
      "fold",
      1,
      findings.filter(({ code }) => code === "fold"),
    );
    this.#keep(findings.filter(({ code }) => code !== "fold"));
  }

  #count(id: string, checked: number, findings: readonly ReplayFinding[]): void {
    const count = this.progress.counts[id] ?? { checked: 0, failed: 0 };
    count.checked += checked;
    count.failed += findings.length;
    this.progress.counts[id] = count;
    this.#keep(findings);
  }

  #keep(findings: readonly ReplayFinding[]): void {
    const { progress } = this;
    const room = Math.max(0, KEPT_FINDINGS - progress.findings.length);
    progress.findings.push(...findings.slice(0, room));
    progress.findingsLeftOut += Math.max(0, findings.length - room);
  }
}
