import type { ReactElement } from "react";

/** Every page of a signed-in member, by its address. */
export const pages: readonly { readonly path: string; readonly element: ReactElement }[] = [];
