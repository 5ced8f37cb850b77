import type { Run } from "../../api/payment.ts";

/** Shares of a run as they stand: an undelivered one is told beside the leg that settled it. */
export function sharesOf({ legs }: Run): Run["legs"] {
  const undelivered = new Set(
    legs.filter(({ state }) => state === "undelivered").map(({ certificate }) => certificate),
  );
  return legs
    .filter(({ state }) => state !== "undelivered")
    .map((leg) =>
      leg.state === "settled" && undelivered.has(leg.certificate)
        ? { ...leg, state: "undelivered" }
        : leg,
    );
}
