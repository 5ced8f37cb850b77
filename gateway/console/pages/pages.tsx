import type { ReactElement } from "react";
import { CertificatePage } from "./certificate/CertificatePage.tsx";
import { HoldingsPage } from "./holdings/HoldingsPage.tsx";
import { PaymentsPage } from "./payments/PaymentsPage.tsx";

/** Every page of a signed-in member, by its address. */
export const pages: readonly { readonly path: string; readonly element: ReactElement }[] = [
  { path: "/holdings", element: <HoldingsPage /> },
  { path: "/certificates/:certificate", element: <CertificatePage /> },
  { path: "/payments", element: <PaymentsPage /> },
];
