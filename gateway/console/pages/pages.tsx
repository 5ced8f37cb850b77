import type { ReactElement } from "react";
import { AccountPage } from "./account/AccountPage.tsx";
import { ApprovalRulesPage } from "./approvals/ApprovalRulesPage.tsx";
import { ApprovalsPage } from "./approvals/ApprovalsPage.tsx";
import { CertificatePage } from "./certificate/CertificatePage.tsx";
import { CheckedPage } from "./check/CheckedPage.tsx";
import { CheckPage } from "./check/CheckPage.tsx";
import { CustodiansPage } from "./custodians/CustodiansPage.tsx";
import { EarlyPaymentsPage } from "./earlyPayments/EarlyPaymentsPage.tsx";
import { EvidencePage } from "./evidence/EvidencePage.tsx";
import { ExposurePage } from "./exposure/ExposurePage.tsx";
import { FinancingPage } from "./financing/FinancingPage.tsx";
import { RequestPage } from "./financing/RequestPage.tsx";
import { FreezesPage } from "./freezes/FreezesPage.tsx";
import { GoodsPage } from "./goods/GoodsPage.tsx";
import { HoldingsPage } from "./holdings/HoldingsPage.tsx";
import { KeysPage } from "./keys/KeysPage.tsx";
import { LiensPage } from "./liens/LiensPage.tsx";
import { LotPage } from "./lot/LotPage.tsx";
import { MembersPage } from "./members/MembersPage.tsx";
import { ObligationsPage } from "./obligations/ObligationsPage.tsx";
import { OffersPage } from "./offers/OffersPage.tsx";
import { PaymentsPage } from "./payments/PaymentsPage.tsx";
import { ReceiptPage } from "./receipt/ReceiptPage.tsx";
import { ReceiptsPage } from "./receipts/ReceiptsPage.tsx";
import { ReceivablePage } from "./receivable/ReceivablePage.tsx";
import { ReceivablesPage } from "./receivables/ReceivablesPage.tsx";
import { RulesPage } from "./rules/RulesPage.tsx";
import { StatementPage } from "./statement/StatementPage.tsx";
import { SubscriptionPage } from "./subscriptions/SubscriptionPage.tsx";
import { SubscriptionsPage } from "./subscriptions/SubscriptionsPage.tsx";
import { TodayPage } from "./today/TodayPage.tsx";

/** Every page of a signed-in member, by its address. */
export const pages: readonly { readonly path: string; readonly element: ReactElement }[] = [
  { path: "/", element: <TodayPage /> },
  { path: "/early-payments", element: <EarlyPaymentsPage /> },
  { path: "/holdings", element: <HoldingsPage /> },
  { path: "/certificates/:certificate", element: <CertificatePage /> },
  { path: "/goods", element: <GoodsPage /> },
  { path: "/lots/:lot", element: <LotPage /> },
  { path: "/receipts", element: <ReceiptsPage /> },
  { path: "/receipts/:receipt", element: <ReceiptPage /> },
  { path: "/custodians", element: <CustodiansPage /> },
  { path: "/liens", element: <LiensPage /> },
  { path: "/offers", element: <OffersPage /> },
  { path: "/receivables", element: <ReceivablesPage /> },
  { path: "/receivables/:receivable", element: <ReceivablePage /> },
  { path: "/obligations", element: <ObligationsPage /> },
  { path: "/check", element: <CheckPage /> },
  { path: "/check/:certificate", element: <CheckedPage /> },
  { path: "/evidence", element: <EvidencePage /> },
  { path: "/account", element: <AccountPage /> },
  { path: "/sign-in-and-keys", element: <KeysPage /> },
  { path: "/account/approval-rules", element: <ApprovalRulesPage /> },
  { path: "/approvals", element: <ApprovalsPage /> },
  { path: "/statements", element: <StatementPage /> },
  { path: "/subscriptions", element: <SubscriptionsPage /> },
  { path: "/subscriptions/:subscription", element: <SubscriptionPage /> },
  { path: "/exposure", element: <ExposurePage /> },
  { path: "/financing", element: <FinancingPage /> },
  { path: "/financing/requests/:request", element: <RequestPage /> },
  { path: "/payments", element: <PaymentsPage /> },
  { path: "/members", element: <MembersPage /> },
  { path: "/rules", element: <RulesPage /> },
  { path: "/freezes", element: <FreezesPage /> },
];
