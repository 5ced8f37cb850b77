import { civilDateToDay, formatMoney } from "@tallystick/sdk";
import type { AuditReport } from "../auditReport.ts";
import type { ReportState } from "../state/readState.ts";
import { stockAttentionOf } from "./stockAttentionOf.ts";

type Attention = AuditReport["attention"];

/** The sections that attention is drawn from. */
type Sections = Pick<
  AuditReport,
  "obligors" | "conservation" | "payments" | "late" | "liens" | "duplicates" | "authority"
>;

/** Days after which an accepted instruction without outcome may be ended by payer and payee. */
const outcomeDays = 5;
const weekSeconds = 604_800;
const closed = new Set(["discharged", "rejected", "voided", "expired"]);

const money = (minor: string, currency: string): string => formatMoney(BigInt(minor), currency);

function ofValue({ obligors, conservation, late, duplicates }: Sections): Attention {
  const over = obligors.filter((its) => BigInt(its.inUseMinor) > BigInt(its.limitMinor));
  return [
    ...conservation.receivables
      .filter(({ holds }) => !holds)
      .map(({ receivable, differenceMinor, currency }) => ({
        code: "value-not-conserved",
        subject: `receivable ${receivable}`,
        values: { difference: money(differenceMinor, currency) },
      })),
    ...over.map(({ obligor, currency, inUseMinor, limitMinor }) => ({
      code: "over-limit",
      subject: `member ${obligor}`,
      values: { used: money(inUseMinor, currency), limit: money(limitMinor, currency) },
    })),
    ...late.unpaid.map(({ receivable, unpaidMinor, currency, daysLate }) => ({
      code: "unpaid-after-due-day",
      subject: `receivable ${receivable}`,
      values: { unpaid: money(unpaidMinor, currency), days: `${daysLate}` },
    })),
    ...duplicates.shared
      .filter(({ usedAmount, existsAmount }) => BigInt(usedAmount) > BigInt(existsAmount))
      .map(({ tag, usedAmount, existsAmount, unit }) => ({
        code: "used-more-than-exists",
        subject: `tag ${tag}`,
        values: { used: money(usedAmount, unit), exists: money(existsAmount, unit) },
      })),
  ];
}

function ofPayments({ instructions, today }: ReportState, { payments }: Sections): Attention {
  const day = civilDateToDay(today);
  const silent = [...instructions.values()].filter(({ state, valueDate }) => {
    const isAccepted = state === "accepted" && valueDate !== undefined;
    return isAccepted && civilDateToDay(valueDate) + outcomeDays < day;
  });
  return [
    ...payments.settlements
      .filter(({ open, differenceMinor }) => !open && differenceMinor !== "0")
      .map(({ receivable, differenceMinor, currency }) => ({
        code: "payment-not-tied-out",
        subject: `receivable ${receivable}`,
        values: { difference: money(differenceMinor, currency) },
      })),
    ...payments.settlements
      .filter(({ undelivered }) => undelivered > 0)
      .map(({ receivable, undelivered }) => ({
        code: "leg-undelivered",
        subject: `receivable ${receivable}`,
        values: { legs: `${undelivered}` },
      })),
    ...payments.unmatched
      .filter(({ matchedInstruction }) => matchedInstruction === null)
      .map(({ unmatched, amountMinor, currency, bank }) => ({
        code: "unmatched-payment",
        subject: `unmatched payment ${unmatched}`,
        values: { amount: money(amountMinor, currency), bank: `${bank}` },
      })),
    ...payments.contested.map(({ instruction, by }) => ({
      code: "contested-attestation",
      subject: `instruction ${instruction}`,
      values: { by: by.join(", ") },
    })),
    ...silent.map(({ id, valueDate = "", bank }) => ({
      code: "instruction-without-outcome",
      subject: `instruction ${id}`,
      values: { valueDate, bank: `${bank}` },
    })),
  ];
}

function ofRights({ certificates, receivables }: ReportState, sections: Sections): Attention {
  const { liens, authority } = sections;
  const frozen = [...certificates.values()].filter((its) => its.frozen && its.value > 0n);
  const ended = [...receivables.values()].filter((its) => closed.has(its.state) && its.live > 0n);
  return [
    ...liens.positions
      .filter(({ differs }) => differs)
      .map(({ asset, token, interests }) => ({
        code: "rank-differs",
        subject: `${asset} ${token}`,
        values: { interests: `${interests.length}` },
      })),
    ...frozen.map(({ id, value, currency }) => ({
      code: "certificate-frozen",
      subject: `certificate ${id}`,
      values: { value: money(`${value}`, currency) },
    })),
    ...ended.map(({ id, live, currency }) => ({
      code: "ended-with-value",
      subject: `receivable ${id}`,
      values: { value: money(`${live}`, currency) },
    })),
    ...authority.grants
      .filter(
        ({ role, delay, until }) => Number(role) <= 1 && delay < weekSeconds && until === null,
      )
      .map(({ label, account, delay }) => ({
        code: "grant-without-delay",
        subject: `account ${account}`,
        values: { role: label, delay: `${delay}` },
      })),
  ];
}

/** What an auditor should look at: facts that the ledger's code allows, and sums of this report that don't fit. */
export function attentionOf(state: ReportState, sections: Sections): Attention {
  return [
    ...ofValue(sections),
    ...ofPayments(state, sections),
    ...ofRights(state, sections),
    ...stockAttentionOf(state),
  ];
}
