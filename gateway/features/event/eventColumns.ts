/** Columns of `projected.event`, named as `PublishedEvent`. */
export const eventColumns = `
  key, contract, name, args, ref, block_number AS "blockNumber", block_hash AS "blockHash",
  block_time AS "blockTime", transaction_hash AS "transactionHash"`;
