/** Values of the enums of `ISettlement`. */
export const settlementEnums = {
  kind: {
    none: 0n,
    settlement: 1n,
    earlyPayment: 2n,
    financing: 3n,
    financingInterest: 4n,
    buyBack: 5n,
    lateInterest: 6n,
    fee: 7n,
    lienSale: 8n,
  },
  state: { none: 0n, issued: 1n, accepted: 2n, paid: 3n, returned: 4n, expired: 5n, ended: 6n },
  outcome: { none: 0n, paid: 1n, returned: 2n },
  leg: { principal: 0n, discount: 1n, interest: 2n, fee: 3n },
} as const;
