import type { Rpc } from "../chain/rpc.ts";
import type { RequestContext } from "../http/requestContext.ts";
import type { Outbox } from "../outbox/outbox.ts";
import type { Projector } from "../projection/projector.ts";
import { awaitProjection } from "./awaitProjection.ts";
import type { SignerPool } from "./createSignerPool.ts";
import { describeInclusion, type ExecutedCall } from "./describeInclusion.ts";
import type { Ledger } from "./ledger.ts";

/** A call of the ledger by the signed-in member. */
export interface MemberCall {
  readonly to: string;
  readonly data: string;
  /** Another account of the member than its primary one. */
  readonly account?: string;
  readonly step?: number;
  readonly gasLimit?: bigint;
  /** One of several like calls of its request. */
  readonly isOneOfMany?: boolean;
}

/** Makes a member's call and waits until what it did can be read. */
export type ExecuteCall = (context: RequestContext, call: MemberCall) => Promise<ExecutedCall>;

/** What `executeCall` works with. */
export interface ExecuteOptions {
  readonly ledger: Ledger;
  readonly rpc: Rpc;
  readonly outbox: Pick<Outbox, "submit">;
  /** Which account signs where the call does not say. */
  readonly accountFor: SignerPool;
  readonly projector: Pick<Projector, "waitForBlock">;
}

/**
 * The way in which routes write: the outbox makes one transaction per request and step, and the answer waits for the
 * projection, so that the next read sees it.
 */
export function createExecuteCall(options: ExecuteOptions): ExecuteCall {
  const describe = describeInclusion(options.ledger, options.rpc);
  return async (context, { account, ...call }) => {
    const from = account ?? (await options.accountFor(context.member()));
    const inclusion = await options.outbox.submit({ request: context.write(), from, ...call });
    await awaitProjection(options.projector, inclusion);
    return describe(inclusion);
  };
}
