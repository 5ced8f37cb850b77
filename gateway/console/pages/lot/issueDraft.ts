import { ledgerDay } from "../../api/ledgerDay.ts";
import { quantityOf } from "../../components/quantityOf.ts";
import { minorOf } from "../certificate/minorOf.ts";

/** What a custodian has filled in of a receipt so far. */
export interface IssueDraft {
  readonly depositor: number | undefined;
  readonly address: string;
  readonly quantity: string;
  readonly from: string;
  readonly fee: string;
  readonly currency: string;
  readonly per: string;
  readonly insurer: string;
  readonly insured: string;
  readonly insuredUntil: string;
  readonly place: string;
}

function insuranceOf({ insurer, insured, currency, from, insuredUntil: until }: IssueDraft) {
  const minor = minorOf(insured, currency);
  if (insurer.trim() === "" || minor === undefined || until === "") return undefined;
  return { amountMinor: minor.toString(), currency, from, until, insurer: insurer.trim() };
}

/** A receipt that is being written. */
export const issueDraft = {
  empty: (per: string, storageUntil: string): IssueDraft => ({
    depositor: undefined,
    address: "",
    quantity: "",
    from: ledgerDay.date(),
    fee: "",
    currency: "CNY",
    per,
    insurer: "",
    insured: "",
    insuredUntil: storageUntil,
    place: "",
  }),

  /** The request's body, or undefined while something is missing. */
  body(draft: IssueDraft, lot: number) {
    const { depositor, currency, from } = draft;
    const [address, per, place] = [draft.address.trim(), draft.per.trim(), draft.place.trim()];
    const [quantity, fee] = [quantityOf(draft.quantity), minorOf(draft.fee, currency)];
    if (depositor === undefined || quantity === undefined || fee === undefined) return undefined;
    if ([address, per, place, from].includes("")) return undefined;
    const insurance = insuranceOf(draft);
    if (draft.insurer.trim() !== "" && insurance === undefined) return undefined;
    return {
      lot,
      depositor,
      quantity: quantity.toString(),
      terms: {
        depositor: { address },
        storage: { from },
        fee: { amountMinor: fee.toString(), currency, per },
        ...(insurance === undefined ? {} : { insurance }),
        issuer: { place, date: ledgerDay.date() },
      },
    };
  },
} as const;
