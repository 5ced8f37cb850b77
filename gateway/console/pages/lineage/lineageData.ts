import type { MemberRef } from "../../api/page.ts";

/** One certificate of a receivable, as `/v1/certificates/:id/tree` gives it. */
export interface LineageItem {
  readonly certificate: string;
  readonly parent: string | null;
  readonly holder: MemberRef | null;
  readonly valueMinor: string;
  readonly mintedMinor: string;
  readonly tier: number;
  readonly state: string;
  readonly flags: readonly string[];
  readonly cause: string;
}

/** The answer of the tree route. */
export interface LineageData {
  readonly nodes: readonly LineageItem[];
  readonly currency: string;
  readonly truncated: boolean;
}
