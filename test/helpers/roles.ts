/** Bits of `Roles` in contracts/types/Roles.sol. */
export const roles = {
  obligor: 1n << 0n,
  supplier: 1n << 1n,
  financier: 1n << 2n,
  custodian: 1n << 3n,
  carrier: 1n << 4n,
  settlementBank: 1n << 5n,
  bureau: 1n << 6n,
  registrar: 1n << 7n,
  auditor: 1n << 8n,
  regulator: 1n << 9n,
  legal: 1n << 10n,
  operator: 1n << 11n,
  all: (1n << 12n) - 1n,
} as const;

/** Bits of `Suspensions` in contracts/types/Suspensions.sol. */
export const suspensions = {
  overdue: 1n << 0n,
  recovery: 1n << 1n,
  licence: 1n << 2n,
  regulatory: 1n << 3n,
  sanctions: 1n << 4n,
  contract: 1n << 5n,
  byOperator: 0b111100n,
  any: 0xffffn,
  anyButOverdue: 0xfffen,
} as const;

/** Values of `IMembers.Size`. */
export const sizes = { large: 0n, medium: 1n, small: 2n, micro: 3n } as const;
