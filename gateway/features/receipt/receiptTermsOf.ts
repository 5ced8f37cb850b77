import { goodsDigest, markDigest, placeDigest, type ReceiptTerms } from "@tallystick/sdk";
import type { z } from "zod";
import type { Queryable } from "../../database/database.ts";
import { ProblemError } from "../../errors/problemError.ts";
import { goodsBody } from "../lot/goodsBody.ts";
import { found } from "../shared/found.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import type { receiptTermsBody } from "./receiptTermsBody.ts";

/** Which receipt the terms are of. */
export interface TermsSubject {
  readonly lot: number;
  readonly depositor: number | bigint;
  readonly quantity: bigint;
  /** Whether what this gateway was told of the lot fills what the caller leaves out: for its custodian alone. */
  readonly fills: boolean;
}

interface LotTexts {
  readonly custodian: bigint;
  readonly unit: string;
  readonly loss_basis_points: number;
  readonly storage_until: string;
  readonly mark: string;
  readonly goods: string;
  readonly place: string;
  readonly mark_text: string | null;
  readonly goods_text: unknown;
  readonly address: string | null;
}

const sql = `
  SELECT l.custodian, l.unit, l.loss_basis_points, l.storage_until, l.mark, l.goods, p.place,
    t.mark AS mark_text, t.goods AS goods_text, a.address
  FROM projected.lot l JOIN projected.location p ON p.location_id = l.location_id
  LEFT JOIN local.lot_text t ON t.goods_key = l.goods_key
  LEFT JOIN local.place_text a ON a.place = p.place
  WHERE l.lot_id = $1`;

function stated<Value>(what: string, value: Value | null | undefined): Value {
  if (value !== undefined && value !== null) return value;
  throw new ProblemError("unprocessable", `State the ${what}: this gateway was not told it.`);
}

function same(what: string, digest: string, onLedger: string): void {
  if (digest === onLedger) return;
  throw new ProblemError(
    "unprocessable",
    `The ${what} is not the one that the lot was opened with.`,
  );
}

/** Everything that a receipt says, its goods, mark and place as the ledger has their digests. */
export async function receiptTermsOf(
  database: Queryable,
  subject: TermsSubject,
  asked: z.output<typeof receiptTermsBody>,
): Promise<ReceiptTerms> {
  const [row] = await database.query<LotTexts>(sql, [subject.lot]);
  const lot = found(row, `lot ${subject.lot}`);
  const kept = subject.fills ? lot : { mark_text: null, goods_text: null, address: null };
  const keptGoods = kept.goods_text === null ? undefined : goodsBody.parse(kept.goods_text);
  const goods = stated("goods", asked.goods ?? keptGoods);
  const mark = stated("mark", asked.mark ?? kept.mark_text);
  const place = stated("place", asked.place ?? kept.address);
  same("description of the goods", goodsDigest(goods), lot.goods);
  same("mark", markDigest(mark), lot.mark);
  same("place", placeDigest(place), lot.place);
  const refOf = await memberRefs(database, [subject.depositor, lot.custodian]);
  const { depositor, storage, fee, insurance, issuer } = asked;
  const { amountMinor: minor, ...priced } = fee;
  return {
    depositor: {
      address: depositor.address,
      name: depositor.name ?? refOf(subject.depositor).name,
    },
    goods,
    mark,
    quantity: subject.quantity,
    unit: lot.unit,
    lossBasisPoints: lot.loss_basis_points,
    place,
    storage: { from: storage.from, until: storage.until ?? lot.storage_until },
    fee: { minor, ...priced },
    ...insured(insurance),
    issuer: { ...issuer, name: issuer.name ?? refOf(lot.custodian).name },
  };
}

function insured(insurance: z.output<typeof receiptTermsBody>["insurance"]) {
  if (insurance === undefined) return {};
  const { amountMinor: minor, ...rest } = insurance;
  return { insurance: { minor, ...rest } };
}
