const paths = {
  today: "M4 6h16M4 12h10M4 18h7",
  holdings: "M4 7h16v11H4zM4 11h16",
  goods: "M3 20V9l9-5 9 5v11M7 20v-7h10v7M7 16.5h10",
  receipts: "M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6",
  liens: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.5v2",
  custodians: "M4 21V8l8-5 8 5v13M9 21v-6h6v6M3 21h18",
  offers: "M4 12h13m-5-5 5 5-5 5",
  receivables: "M7 3h8l4 4v14H7zM14 3v5h5M10 13h6M10 17h6",
  financing: "M4 18 10 11l4 4 6-8M15 7h5v5",
  payments: "M3 10h18M5 10V7h14v3M5 14v4h14v-4",
  obligations: "M5 5h14v15H5zM5 10h14M9 3v4M15 3v4",
  exposure: "M5 19V9M12 19V4M19 19v-7",
  members:
    "M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6M3 20c0-3.5 2.5-6 6-6s6 2.5 6 6M16 6a3 3 0 0 1 0 5M18 14c2 .8 3 2.6 3 6",
  rules: "M5 7h8M17 7h2M5 17h2M11 17h8M15 5v4M9 15v4",
  freezes: "M12 3v18M4.5 7.5l15 9M19.5 7.5l-15 9",
  check: "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14M16 16l5 5",
  approvals: "M4 12l4 4 6-8M12 16l2 2 6-9",
  statements: "M6 3h12v18H6zM9 8h6M9 12h6M9 16h3",
  subscriptions: "M5 19a1 1 0 1 0 .01 0M4 11a9 9 0 0 1 9 9M4 4a16 16 0 0 1 16 16",
  account: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4 21c0-4 3.5-7 8-7s8 3 8 7",
  keys: "M15 14a5 5 0 1 0-4.6-3L4 17.5V21h3.5l1.5-1.5v-2h2l1.8-2.2M16 8.5h.01",
} as const;

export type IconName = keyof typeof paths;

/** A line icon; decoration only, the label says what it is. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.8" aria-hidden="true">
      <path d={paths[name]} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
