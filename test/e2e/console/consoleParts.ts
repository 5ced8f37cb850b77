import type { Page } from "playwright-core";

/** Parts of the console as a person finds them: by what they say. */
export const consoleParts = {
  button: (page: Page, name: string) => page.getByRole("button", { name, exact: true }),
  card: (page: Page, title: string) =>
    page.locator(".card").filter({ has: page.getByRole("heading", { name: title }) }),
  row: (page: Page, text: string) => page.getByRole("row").filter({ hasText: text }),
  dialog: (page: Page) => page.getByRole("dialog"),
  /** Waits until the dialog did its work and is gone. */
  closed: (page: Page) => page.getByRole("dialog").waitFor({ state: "detached" }),
  /** How far the page is wider than the window, in pixels. */
  excess: (page: Page) =>
    page.evaluate<number>("document.documentElement.scrollWidth - innerWidth"),
} as const;
