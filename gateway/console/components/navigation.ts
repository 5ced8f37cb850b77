import type { IconName } from "./Icon.tsx";

/** A page and who works with it; without roles everybody does. */
export interface NavigationItem {
  readonly name: IconName;
  readonly path: string;
  readonly roles?: readonly string[];
}

/** All pages of the console, in the order of the menu. */
export const navigation: readonly NavigationItem[] = [
  { name: "today", path: "/" },
  { name: "holdings", path: "/holdings", roles: ["supplier", "financier"] },
  {
    name: "goods",
    path: "/goods",
    roles: ["custodian", "financier", "registrar", "operator", "auditor", "regulator", "legal"],
  },
  { name: "receipts", path: "/receipts", roles: ["supplier", "custodian"] },
  {
    name: "liens",
    path: "/liens",
    roles: ["supplier", "financier", "custodian", "obligor", "auditor", "regulator", "legal"],
  },
  { name: "offers", path: "/offers", roles: ["supplier"] },
  {
    name: "receivables",
    path: "/receivables",
    roles: ["supplier", "obligor", "auditor", "regulator", "operator"],
  },
  { name: "obligations", path: "/obligations", roles: ["obligor"] },
  { name: "financing", path: "/financing", roles: ["supplier", "financier"] },
  { name: "exposure", path: "/exposure", roles: ["financier"] },
  {
    name: "payments",
    path: "/payments",
    roles: ["settlement-bank", "obligor", "financier", "supplier"],
  },
  { name: "members", path: "/members", roles: ["operator", "regulator", "auditor"] },
  {
    name: "custodians",
    path: "/custodians",
    roles: ["operator", "registrar", "regulator", "auditor"],
  },
  { name: "rules", path: "/rules", roles: ["operator", "regulator", "auditor"] },
  { name: "freezes", path: "/freezes", roles: ["legal"] },
  {
    name: "check",
    path: "/check",
    roles: ["financier", "settlement-bank", "auditor", "regulator", "legal"],
  },
  { name: "approvals", path: "/approvals" },
  { name: "statements", path: "/statements", roles: ["supplier", "obligor", "financier"] },
  { name: "subscriptions", path: "/subscriptions" },
  { name: "account", path: "/account" },
  { name: "keys", path: "/sign-in-and-keys" },
];
