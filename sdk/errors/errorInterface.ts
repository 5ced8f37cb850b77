import { Interface } from "ethers";
import { ledgerInterfaces } from "../events/ledgerInterfaces.ts";
import { IReceiptDelivery__factory } from "../generated/factories/interfaces/IReceiptDelivery__factory.ts";
import { IWarehouses__factory } from "../generated/factories/interfaces/IWarehouses__factory.ts";

// Deployments name no warehouses yet, so their interfaces stand here.
const warehouses = [
  new Interface(IWarehouses__factory.abi),
  new Interface(IReceiptDelivery__factory.abi),
];

/** Every error that a call of the ledger can end with, whichever contract inside it refused. */
export const errorInterface: Interface = new Interface([
  "error StringsInsufficientHexLength(uint256 value, uint256 length)",
  ...[...Object.values(ledgerInterfaces), ...warehouses].flatMap((abi) =>
    abi.fragments.filter(({ type }) => type === "error"),
  ),
]);
