const zeros = (bytes: number): string => `0x${"00".repeat(bytes)}`;

/**
 * Genesis of the primary network's contract chain, which the node insists on. Nobody owns anything there, so that nothing
 * can ever be sent on it; the ledger is a chain of its own.
 */
export const contractChainGenesis = {
  config: {
    chainId: 43_112,
    homesteadBlock: 0,
    daoForkBlock: 0,
    daoForkSupport: true,
    eip150Block: 0,
    eip155Block: 0,
    eip158Block: 0,
    byzantiumBlock: 0,
    constantinopleBlock: 0,
    petersburgBlock: 0,
    istanbulBlock: 0,
    muirGlacierBlock: 0,
    apricotPhase1BlockTimestamp: 0,
    apricotPhase2BlockTimestamp: 0,
  },
  nonce: "0x0",
  timestamp: "0x5fcb13d0",
  extraData: "0x00",
  gasLimit: "0x5f5e100",
  difficulty: "0x0",
  mixHash: zeros(32),
  coinbase: zeros(20),
  alloc: {},
  number: "0x0",
  gasUsed: "0x0",
  parentHash: zeros(32),
} as const;
