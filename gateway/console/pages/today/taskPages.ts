import type { IconName } from "../../components/Icon.tsx";

/** Where a task is done, and in whose count of the menu it is. The most urgent come first. */
export const taskPages: Readonly<
  Record<string, { readonly page: IconName; readonly path: (id: string) => string }>
> = {
  "pay-overdue": { page: "obligations", path: (id) => `/receivables/${id}` },
  "pay-due": { page: "obligations", path: (id) => `/receivables/${id}` },
  "approve-requests": { page: "approvals", path: () => "/approvals" },
  "collect-approved": { page: "approvals", path: () => "/approvals" },
  "confirm-receivables": { page: "receivables", path: (id) => `/receivables/${id}` },
  "accept-receivables": { page: "receivables", path: (id) => `/receivables/${id}` },
  "answer-offers": { page: "offers", path: () => "/offers" },
  "choose-quotes": { page: "financing", path: () => "/financing" },
  "quote-requests": { page: "financing", path: () => "/financing" },
  "register-financings": { page: "financing", path: () => "/financing" },
  "accept-instructions": { page: "payments", path: () => "/payments" },
  "attest-instructions": { page: "payments", path: () => "/payments" },
  "match-payments": { page: "payments", path: () => "/payments" },
  "confirm-freezes": { page: "freezes", path: () => "/freezes" },
  "decide-recoveries": { page: "members", path: () => "/members" },
  "answer-early-payments": { page: "holdings", path: () => "/early-payments" },
  "answer-retirements": { page: "holdings", path: () => "/holdings" },
  "watch-short-lots": { page: "goods", path: (id) => `/lots/${id}` },
  "carry-out-orders": { page: "goods", path: () => "/goods" },
  "count-lots": { page: "goods", path: (id) => `/lots/${id}` },
  "answer-receipt-offers": { page: "receipts", path: () => "/receipts" },
  "accept-pledges": { page: "liens", path: () => "/liens" },
  "register-pledges": { page: "liens", path: () => "/liens" },
  "countersign-pledges": { page: "liens", path: () => "/liens" },
  "release-liens": { page: "liens", path: () => "/liens" },
  "deliver-lien-sales": { page: "liens", path: () => "/liens" },
  "confirm-enforcements": { page: "liens", path: () => "/liens" },
  "readmit-custodians": { page: "custodians", path: () => "/custodians" },
  "repair-webhooks": { page: "account", path: () => "/account" },
  "watch-offers": { page: "offers", path: () => "/offers" },
  "answer-view-requests": { page: "today", path: () => "/" },
};
