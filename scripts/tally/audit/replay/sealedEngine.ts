import {
  type BlockHeader,
  ConsensusError,
  QbftFollower,
  type QbftFollowerOptions,
  type QbftFollowerState,
  qbftHeaders,
  type ReplayFinding,
} from "@tallystick/sdk";
import type { AuditEngine } from "./auditEngine.ts";

type Changes = ReturnType<AuditEngine["facts"]>["changes"];
type Saved = {
  readonly follower: QbftFollowerState;
  readonly first: readonly string[];
  readonly changes: Changes;
  readonly isLost: boolean;
};

/** QBFT: each header is sealed by a quorum of the validators that votes made, from those of the genesis on. */
export function sealedEngine(name: string, options: QbftFollowerOptions): AuditEngine {
  let follower: QbftFollower | undefined;
  let first: readonly string[] = [];
  let changes: Changes = [];
  // After a header that no quorum sealed, nobody knows who the validators are.
  let isLost = false;
  let checked = 0;

  function noteChange({ number }: BlockHeader, before: readonly string[]): void {
    const after = follower?.state.validators ?? [];
    const added = after.filter((each) => !before.includes(each));
    const removed = before.filter((each) => !after.includes(each));
    if (added.length + removed.length === 0) return;
    changes = [...changes, { block: Number(number), added, removed }];
  }

  function add(header: BlockHeader): void {
    if (header.number === 0n) {
      follower = QbftFollower.fromGenesis(header, options);
      first = follower.state.validators;
      return;
    }
    const before = follower?.state.validators ?? [];
    checked += 1;
    follower?.add(header);
    noteChange(header, before);
  }

  return {
    headers: qbftHeaders,
    get checked() {
      return checked;
    },
    follow(header): readonly ReplayFinding[] {
      if (isLost) return [];
      try {
        add(header);
        return [];
      } catch (error) {
        if (!(error instanceof ConsensusError)) throw error;
        isLost = true;
        const place = { block: Number(header.number), transaction: null, log: null };
        const pair = { expected: "a block that the validators sealed", actual: error.code };
        return [{ code: "seals", sentence: error.message, ...place, field: "extraData", ...pair }];
      }
    },
    facts: () => ({
      name,
      proof: "qbft",
      proves: QbftFollower.proves,
      validators: [...first],
      changes: [...changes],
    }),
    save: (): Saved | null =>
      follower === undefined ? null : { follower: follower.state, first, changes, isLost },
    load(state) {
      if (state === null) return;
      const saved = state as Saved;
      follower = new QbftFollower(saved.follower, options);
      ({ first, changes, isLost } = saved);
    },
  };
}
