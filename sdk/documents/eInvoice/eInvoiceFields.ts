/** A field of an e-invoice as written, blanks around it removed, and where. */
export type EInvoiceField = { readonly text: string; readonly path: string };

/** The fields of a Chinese e-invoice that matter here; undefined for missing ones. */
export type EInvoiceFields = {
  readonly number: EInvoiceField | undefined;
  readonly code: EInvoiceField | undefined;
  readonly issued: EInvoiceField | undefined;
  readonly due: EInvoiceField | undefined;
  readonly sellerName: EInvoiceField | undefined;
  readonly sellerId: EInvoiceField | undefined;
  readonly buyerName: EInvoiceField | undefined;
  readonly buyerId: EInvoiceField | undefined;
  /** Without tax. */
  readonly net: EInvoiceField | undefined;
  readonly tax: EInvoiceField | undefined;
  /** With tax. */
  readonly total: EInvoiceField | undefined;
  readonly currency: EInvoiceField | undefined;
};
