import type { NetworkConnection } from "hardhat/types/network";
import { claimantId } from "./claimantId.ts";

const ISSUER = 2n;
const SETTLER = 4n;

/** The registry alone; an account stands where the contract that keeps the assets would. */
export async function deployClaims({ ethers }: NetworkConnection) {
  const [deployer, keeper, stranger] = await ethers.getSigners();
  if (!deployer || !keeper || !stranger) throw new Error("the network has no accounts");
  const authority = await ethers.deployContract("Authority", [deployer.address]);
  const claims = await ethers.deployContract("Claims", [await authority.getAddress()]);
  const selectors = (...names: ("reserve" | "commit" | "release" | "satisfy" | "claimRange")[]) =>
    names.map((name) => claims.interface.getFunction(name).selector);
  const target = await claims.getAddress();
  const issuers = selectors("reserve", "commit", "release", "satisfy");
  await authority.setTargetFunctionRole(target, issuers, ISSUER);
  await authority.setTargetFunctionRole(target, selectors("claimRange"), SETTLER);
  await authority.grantRole(ISSUER, keeper, 0);
  await authority.grantRole(SETTLER, keeper, 0);
  const claimant = (id: bigint): string => claimantId(keeper.address, id);
  return { claims: claims.connect(keeper), keeper, stranger, claimant };
}
