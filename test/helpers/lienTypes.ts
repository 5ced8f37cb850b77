const field = (type: string) => (name: string) => ({ name, type });
const [uint16, uint32, uint40, uint64, uint72, uint256] = [16, 32, 40, 64, 72, 256].map((bits) =>
  field(`uint${bits}`),
) as [Field, Field, Field, Field, Field, Field];
type Field = ReturnType<typeof field>;
const bytes32 = field("bytes32");

const pledge = [
  field("address")("asset"),
  uint64("token"),
  uint72("amount"),
  uint32("securedParty"),
  uint40("expiresAt"),
  bytes32("terms"),
  bytes32("debt"),
  uint32("supervisor"),
  uint16("purchaseMoneyDay"),
  uint32("debtor"),
];
const end = [uint256("nonce"), uint256("deadline"), uint32("epoch")];

/** What parties of a lien sign, as the contract's type hashes spell it. */
export const lienTypes = {
  PledgeAcceptance: [...pledge, bytes32("number"), uint40("registeredAt"), ...end],
  PledgeCountersignature: [...pledge, ...end],
  Enforcement: [
    uint256("lien"),
    uint72("value"),
    uint32("buyer"),
    uint72("price"),
    uint72("claim"),
    field("bytes3")("currency"),
    uint32("bank"),
    uint40("expiresAt"),
    uint40("defaultedAt"),
    ...end,
  ],
};
