import { eventBody } from "./eventBody.ts";

/** An event that is no longer part of the chain: take back what you made of it. */
export const retractedBody = eventBody
  .pick({ key: true, contract: true, name: true, blockNumber: true, blockHash: true })
  .extend({
    transactionHash: eventBody.shape.transactionHash,
    retractedAt: eventBody.shape.blockTime,
  });
