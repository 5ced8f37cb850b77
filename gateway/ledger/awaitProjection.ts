import { ProblemError } from "../errors/problemError.ts";
import { InclusionPending } from "../outbox/inclusionPending.ts";
import type { Inclusion } from "../outbox/outbox.ts";
import type { Projector } from "../projection/projector.ts";

const PATIENCE_MS = 20_000;

/**
 * Waits until an inclusion can be read. The write happened, so a late projection is no failure: the caller is told to
 * come back, by `InclusionPending`.
 */
export async function awaitProjection(
  projector: Pick<Projector, "waitForBlock">,
  inclusion: Inclusion,
): Promise<void> {
  try {
    await projector.waitForBlock(inclusion.blockNumber, PATIENCE_MS);
  } catch (error) {
    const isLate = error instanceof ProblemError && error.code === "projection-behind";
    throw isLate ? new InclusionPending(inclusion.transactionHash) : error;
  }
}
