import { ledgerDay } from "../../api/ledgerDay.ts";
import { quantityOf } from "../../components/quantityOf.ts";

/** What a custodian has filled in of a lot so far. */
export interface LotDraft {
  readonly location: string;
  readonly mark: string;
  readonly variety: string;
  readonly quality: string;
  readonly packaging: string;
  readonly pieces: string;
  readonly loss: string;
  readonly storageUntil: string;
  readonly minLot: string;
}

/** Basis points of a percentage with two decimals, without a float; undefined while it is none. */
function basisPoints(text: string): number | undefined {
  const parts = /^(\d{1,2})(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (parts === null) return undefined;
  const [, whole = "", part = ""] = parts;
  return Number(whole) * 100 + Number(part.padEnd(2, "0"));
}

/** A lot that is being described. */
export const lotDraft = {
  empty: (location: string): LotDraft => ({
    location,
    mark: "",
    variety: "",
    quality: "",
    packaging: "",
    pieces: "0",
    loss: "0.5",
    storageUntil: ledgerDay.date(180),
    minLot: "1",
  }),

  /** The request's body, or undefined while something is missing. */
  body(draft: LotDraft) {
    const { location, mark, variety, quality, packaging, storageUntil } = draft;
    const [pieces, minLot] = [quantityOf(draft.pieces), quantityOf(draft.minLot)];
    const lossBasisPoints = basisPoints(draft.loss);
    const texts = [location, mark, variety, quality, packaging, storageUntil];
    const ready = texts.every((text) => text.trim() !== "");
    if (!ready || pieces === undefined || minLot === undefined) return undefined;
    if (lossBasisPoints === undefined) return undefined;
    return {
      location: Number(location),
      mark: mark.trim(),
      goods: {
        variety: variety.trim(),
        quality: quality.trim(),
        packaging: packaging.trim(),
        pieces: pieces.toString(),
      },
      lossBasisPoints,
      storageUntil,
      minLot: minLot.toString(),
    };
  },
} as const;
