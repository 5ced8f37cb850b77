/** Who may do what on the ledger's chain when it begins. */
export interface LedgerGenesisOptions {
  /** Of the EVM. */
  readonly chainId: number;
  /** Administers both allow lists. */
  readonly operator: string;
  /** Deploys the contracts and is taken off both lists afterwards. */
  readonly deployer: string;
  /** Account of the first member, which sends before anyone could let it. */
  readonly firstMember?: string | undefined;
}

const GAS_LIMIT = 100_000_000;
/** The allow lists, like warp, need a time at or after the engine's first upgrade. */
const BEGIN = 1_607_144_400;
const GENESIS_TIME = 1_760_000_000;
/** Wei. Gas costs 1 wei a unit, so this is never used up; the coin has no other use and buys nothing. */
const DUST = 10n ** 27n;

const zeros = (bytes: number): string => `0x${"00".repeat(bytes)}`;
const hex = (number: number | bigint): string => `0x${number.toString(16)}`;

/**
 * Genesis of the ledger's chain: gas for 1 wei whatever happens, blocks of 100,000,000 gas, allow lists for who may
 * send and who may deploy, signatures of blocks by the validators (warp).
 */
export function ledgerGenesis({ chainId, operator, deployer, firstMember }: LedgerGenesisOptions) {
  const members = firstMember === undefined ? [] : [firstMember];
  return {
    config: {
      chainId,
      feeConfig: {
        gasLimit: GAS_LIMIT,
        targetBlockRate: 1,
        minBaseFee: 1,
        targetGas: 1_000_000_000_000,
        baseFeeChangeDenominator: 1_000_000_000,
        minBlockGasCost: 0,
        maxBlockGasCost: 0,
        blockGasCostStep: 0,
      },
      allowFeeRecipients: false,
      warpConfig: {
        blockTimestamp: BEGIN,
        quorumNumerator: 67,
        requirePrimaryNetworkSigners: true,
      },
      txAllowListConfig: {
        blockTimestamp: 0,
        adminAddresses: [operator],
        enabledAddresses: [deployer, ...members],
      },
      contractDeployerAllowListConfig: {
        blockTimestamp: 0,
        adminAddresses: [operator],
        enabledAddresses: [deployer],
      },
    },
    alloc: Object.fromEntries(
      [operator, deployer, ...members].map((address) => [address.slice(2), { balance: hex(DUST) }]),
    ),
    nonce: "0x0",
    timestamp: hex(GENESIS_TIME),
    extraData: "0x",
    gasLimit: hex(GAS_LIMIT),
    difficulty: "0x0",
    mixHash: zeros(32),
    coinbase: zeros(20),
    number: "0x0",
    gasUsed: "0x0",
    parentHash: zeros(32),
  };
}
