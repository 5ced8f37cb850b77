import { type AddressLike, id } from "ethers";
import { roles, sizes } from "./roles.ts";

/** What an operator states about a member called `name`; the digests follow from the name. */
export function admissionOf(
  name: string,
  account: AddressLike,
  its: bigint,
  size: bigint = sizes.small,
) {
  const licensed = (its & (roles.financier | roles.settlementBank)) !== 0n;
  return {
    identityDigest: id(`identity of ${name}`),
    roles: its,
    size,
    guardian: 0n,
    account,
    settlementAccountDigest: id(`settlement account of ${name}`),
    licenceDigest: licensed ? id(`licence of ${name}`) : `0x${"0".repeat(64)}`,
  };
}
