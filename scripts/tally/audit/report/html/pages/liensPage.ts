import type { AuditReport } from "../../auditReport.ts";
import { dataTable } from "../dataTable.ts";
import { type Markup, markup } from "../markup.ts";
import type { Page } from "../Page.ts";
import { type Section, sectionOf } from "../sectionOf.ts";

type Position = AuditReport["liens"]["positions"][number];
type Interest = Position["interests"][number];

const mostPositions = 60;

function amountOf({ amount }: Interest, { asset, unit }: Position, page: Page): string {
  return asset === "certificate"
    ? page.money(amount, unit)
    : `${page.count(Number(amount))} ${unit}`;
}

function positionTable(position: Position, page: Page): Markup {
  const { words } = page;
  const { asset, token, debtor, differs, interests } = position;
  const [receivable, serial] = [BigInt(token) >> 32n, BigInt(token) & 0xffff_ffffn];
  const caption = `${words.term(asset)} ${receivable}/${serial}, ${page.memberName(debtor)}: ${words.say(differs ? "differs" : "sameOrder")}`;
  return dataTable(
    page,
    caption,
    [
      { head: "rank", isNumber: true },
      { head: "chainOrder", isNumber: true },
      { head: "kind" },
      { head: "party" },
      { head: "amount", isNumber: true },
      { head: "state" },
      { head: "why" },
    ],
    interests,
    (its) => [
      its.rank === null ? words.say("noRank") : `${its.rank}`,
      its.rank === null || its.rank === its.chainOrder
        ? `${its.chainOrder}`
        : markup`<strong>${its.chainOrder}</strong>`,
      words.term(its.kind),
      page.member(its.party),
      amountOf(its, position, page),
      words.term(its.state),
      its.why[words.language],
    ],
  );
}

/** Who is satisfied first, by law and not by the order of blocks. */
export function liensPage(page: Page): Section {
  const { report, words } = page;
  const { positions, others, states } = report.liens;
  // Where law and ledger disagree is seen first.
  const sorted = positions.toSorted((left, right) => Number(right.differs) - Number(left.differs));
  const shown = sorted.slice(0, mostPositions).map((position) => positionTable(position, page));
  const figures = { shown: mostPositions, count: positions.length };
  const rest =
    positions.length > mostPositions
      ? markup`<p class="rest">${words.say("rest", figures)}</p>`
      : markup``;
  const other =
    others.length > 0
      ? markup`<p class="block">${words.say("othersPledged", { count: others.length })}</p>`
      : markup``;
  const table = dataTable(
    page,
    words.heading("lienStates"),
    [{ head: "kind" }, { head: "state" }, { head: "reason" }, { head: "counted", isNumber: true }],
    states,
    (its) => [
      words.term(its.asset),
      words.term(its.state),
      its.ending ?? "",
      page.count(its.liens),
    ],
  );
  return sectionOf(page, "liens", words.heading("liensLead"), [...shown, rest, other, table]);
}
