import type { LedgerErrorArgs } from "./LedgerError.ts";
import { authoritySentences } from "./sentences/authoritySentences.ts";
import { certificatesSentences } from "./sentences/certificatesSentences.ts";
import { claimsSentences } from "./sentences/claimsSentences.ts";
import { commonSentences } from "./sentences/commonSentences.ts";
import { documentAnchorsSentences } from "./sentences/documentAnchorsSentences.ts";
import { earlyPaymentsSentences } from "./sentences/earlyPaymentsSentences.ts";
import { factoringSentences } from "./sentences/factoringSentences.ts";
import { liensSentences } from "./sentences/liensSentences.ts";
import { membersSentences } from "./sentences/membersSentences.ts";
import { receiptsSentences } from "./sentences/receiptsSentences.ts";
import { receivablesSentences } from "./sentences/receivablesSentences.ts";
import { rulesSentences } from "./sentences/rulesSentences.ts";
import { settlementRunsSentences } from "./sentences/settlementRunsSentences.ts";
import { settlementSentences } from "./sentences/settlementSentences.ts";
import { splitTokenSentences } from "./sentences/splitTokenSentences.ts";
import { warehousesSentences } from "./sentences/warehousesSentences.ts";
import type { Sentence } from "./sentencesOf.ts";

/** Every error of the ledger, by its name. The argument types were checked table by table. */
export const sentences = {
  ...authoritySentences,
  ...certificatesSentences,
  ...claimsSentences,
  ...commonSentences,
  ...documentAnchorsSentences,
  ...earlyPaymentsSentences,
  ...factoringSentences,
  ...liensSentences,
  ...membersSentences,
  ...receiptsSentences,
  ...receivablesSentences,
  ...rulesSentences,
  ...settlementRunsSentences,
  ...settlementSentences,
  ...splitTokenSentences,
  ...warehousesSentences,
} as unknown as Readonly<Record<string, Sentence<LedgerErrorArgs>>>;
