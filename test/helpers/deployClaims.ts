import { ZeroHash } from "ethers";
import { chain } from "./chain.ts";
import { claimantId } from "./claimantId.ts";
import { grantTo } from "./grantTo.ts";

const governor = 1n;
const issuer = 2n;
const settler = 4n;

/** The registry alone; an account stands where the contract that keeps the assets would. */
export async function deployClaims() {
  const [deployer, keeper, stranger] = await chain.ethers.getSigners();
  if (!deployer || !keeper || !stranger) throw new Error("the chain has no accounts");
  const authority = await chain.ethers.deployContract("Authority", [deployer.address]);
  const claims = await chain.ethers.deployContract("Claims", [
    await authority.getAddress(),
    ZeroHash,
  ]);
  const issuing = ["reserve", "commit", "release", "satisfy", "lower"];
  await grantTo(authority, keeper, issuer, claims, issuing);
  await grantTo(authority, keeper, governor, claims, ["openEpoch"]);
  await grantTo(authority, keeper, settler, claims, ["claimRange"]);
  const claimant = (id: bigint): string => claimantId(keeper.address, id);
  return { claims: claims.connect(keeper), keeper, stranger, claimant };
}
