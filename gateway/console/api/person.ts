/** Someone who acts for the member, as the gateway answers it. */
export interface Person {
  readonly personId: string;
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly active: boolean;
}

/** People of the member, and the providers that they may sign in through. */
export interface People {
  readonly items: readonly Person[];
  readonly issuers: readonly { readonly name: string; readonly title: string }[];
}
