import { Interface } from "ethers";
import { artifacts } from "hardhat";

/** A compiled contract or interface of the repository. */
export type ContractArtifact = { readonly source: string; readonly abi: Interface };

/** Everything that was compiled from contracts/, by its name. */
export async function contractArtifacts(): Promise<ReadonlyMap<string, ContractArtifact>> {
  const names = [...(await artifacts.getAllFullyQualifiedNames())].filter((name) =>
    name.startsWith("contracts/"),
  );
  const found = await Promise.all(
    names.map(async (name): Promise<[string, ContractArtifact]> => {
      const { abi, contractName, sourceName } = await artifacts.readArtifact(name);
      return [contractName, { source: sourceName, abi: new Interface(abi) }];
    }),
  );
  return new Map(found);
}
