import type { BaseContract, Signer } from "ethers";
import { chain } from "./chain.ts";
import { receivableTypes } from "./receivableTypes.ts";

type Common = { readonly termsDigest: string; readonly deadline: bigint; readonly epoch: bigint };

async function domainOf(receivables: BaseContract) {
  const { chainId } = await chain.ethers.provider.getNetwork();
  const verifyingContract = await receivables.getAddress();
  return { name: "Tallystick", version: "1", chainId, verifyingContract };
}

/** An obligor's signature of a confirmation, as the contract takes it. */
export async function signConfirmation(
  signer: Signer,
  receivables: BaseContract,
  message: Common & { readonly acceptBy: bigint },
) {
  const domain = await domainOf(receivables);
  const signature = await signer.signTypedData(domain, receivableTypes.confirmation, message);
  return { account: await signer.getAddress(), ...pick(message), signature };
}

/** A creditor's signature of an acceptance, as the contract takes it. */
export async function signAcceptance(signer: Signer, receivables: BaseContract, message: Common) {
  const domain = await domainOf(receivables);
  const signature = await signer.signTypedData(domain, receivableTypes.acceptance, message);
  return { account: await signer.getAddress(), ...pick(message), signature };
}

function pick({ deadline, epoch }: Common) {
  return { deadline, epoch };
}
