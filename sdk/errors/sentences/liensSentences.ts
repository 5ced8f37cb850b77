import type { ILiens__factory } from "../../generated/factories/interfaces/ILiens__factory.ts";
import { lienStates } from "../../vocabulary/lienStates.ts";
import type { SentencesOf } from "../sentencesOf.ts";

/** Why `Liens` refuses. Amounts are in the asset's unit. */
export const liensSentences: SentencesOf<typeof ILiens__factory.abi> = {
  LiensUnknownAsset: ({ asset }) => `nothing of contract ${asset} can be pledged`,
  LiensAssetAdmitted: ({ asset, index }) =>
    `contract ${asset} can be pledged already, as asset ${index}`,
  LiensUnknown: ({ lien }) => `there is no lien ${lien}`,
  LiensWrongState: ({ lien, actual, needed }, say) =>
    `lien ${lien} is ${say.name(lienStates, actual)} and would have to be ${say.name(lienStates, needed)}`,
  LiensAccepted: ({ lien }) => `lien ${lien} is accepted, and its debtor is bound until it expires`,
  LiensNotAccepted: ({ lien }) => `the secured party has not accepted lien ${lien} yet`,
  LiensCountersigned: ({ lien }) => `the custodian has signed lien ${lien} already`,
  LiensNotParty: ({ lien, member, needed }, say) =>
    `this is for ${say.member(needed)} to do on lien ${lien}, not for ${say.member(member)}`,
  LiensSameParty: ({ member }, say) => `${say.member(member)} can't be on both sides of a lien`,
  LiensTermsMissing: () =>
    "a pledge names the digest of its agreement and the reference of the debt",
  LiensRegistryNumberMissing: () => "a registration needs its number in the registry",
  LiensTimeAhead: ({ stated, now_ }, say) =>
    stated === 0n
      ? "the time is missing"
      : `it can't have happened at ${say.time(stated)}, since it is ${say.time(now_)}`,
  LiensRegistered: ({ lien, registeredAt }, say) =>
    `lien ${lien} is registered since ${say.time(registeredAt)}`,
  LiensNoGoods: ({ lien }) => `lien ${lien} is not over goods`,
  LiensTooMany: ({ token, count, limit }) =>
    `position ${token} carries ${count} active liens and ${limit} is the most`,
  LiensNotExpired: ({ lien, now_, expiresAt }, say) =>
    `lien ${lien} can be accepted until ${say.time(expiresAt)}, and it is ${say.time(now_)}`,
  LiensExceeded: ({ lien, amount, asked }) =>
    `lien ${lien} encumbers ${amount}, this asks for ${asked}`,
  LiensDefaultDiffers: ({ lien, declaredAt, stated }, say) =>
    declaredAt === 0n
      ? `the debt of lien ${lien} was not declared in default`
      : `the debt of lien ${lien} was declared in default at ${say.time(declaredAt)}, and the debtor signed about ${say.time(stated)}`,
  LiensPrice: ({ lien, price, claim }, say) =>
    price === 0n
      ? `lien ${lien} can't be enforced for nothing`
      : `a price of ${say.amount(price)} is above the ${say.amount(claim)} that lien ${lien} secures: a part is enough`,
  LiensNoProposal: ({ lien }) => `no legal account proposed this enforcement of lien ${lien}`,
  LiensSameAccount: ({ account }) =>
    `account ${account} proposed the enforcement, so another legal account confirms it`,
  LiensNonceUsed: ({ member, nonce }, say) =>
    `${say.member(member)} used or cancelled nonce ${nonce} already`,
  LiensNotIssuedHere: ({ caller }) =>
    `only the settlement contract reports outcomes, not ${caller}`,
  LiensOutOfGas: () => "the transaction has too little gas to deliver what was paid",
};
