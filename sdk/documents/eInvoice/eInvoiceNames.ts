import type { EInvoiceFields } from "./eInvoiceFields.ts";

/**
 * Under which names JSON gives the fields of a Chinese e-invoice: the words printed on it, what they are in English, and
 * the names of the tax administration's own XML. Case, blanks and punctuation don't count.
 */
export const eInvoiceNames: Readonly<Record<keyof EInvoiceFields, readonly string[]>> = {
  number: [
    ...["发票号码", "数电票号码", "数电发票号码", "全电发票号码", "invoicenumber", "invoiceno"],
    ...["einvoicenumber", "number", "eiid", "fphm"],
  ],
  code: ["发票代码", "invoicecode", "code", "fpdm"],
  issued: [
    ...["开票日期", "开票时间", "issuedate", "invoicedate", "issuetime", "issued", "date"],
    ...["requesttime", "kprq"],
  ],
  due: ["付款到期日", "到期日", "付款日期", "duedate", "due", "paymentduedate"],
  sellerName: ["销售方名称", "销方名称", "卖方名称", "sellername", "xfmc"],
  sellerId: [
    ...["销售方纳税人识别号", "销售方统一社会信用代码", "销售方统一社会信用代码纳税人识别号"],
    ...["销方纳税人识别号", "销方税号", "销售方税号", "销售方识别号", "sellertaxid", "sellertaxno"],
    ...["selleridnum", "sellerid", "selleruscc", "sellertaxnumber", "xfsh", "xfnsrsbh"],
  ],
  buyerName: ["购买方名称", "购方名称", "买方名称", "buyername", "purchasername", "gfmc"],
  buyerId: [
    ...["购买方纳税人识别号", "购买方统一社会信用代码", "购买方统一社会信用代码纳税人识别号"],
    ...["购方纳税人识别号", "购方税号", "购买方税号", "购买方识别号", "buyertaxid", "buyertaxno"],
    ...[
      "buyeridnum",
      "buyerid",
      "buyeruscc",
      "buyertaxnumber",
      "purchasertaxid",
      "gfsh",
      "gfnsrsbh",
    ],
  ],
  net: [
    ...["合计金额", "金额合计", "不含税金额", "金额", "amountwithouttax", "totalamwithouttax"],
    ...["totalamountwithouttax", "netamount", "hjje"],
  ],
  tax: ["合计税额", "税额合计", "税额", "taxamount", "totaltaxam", "totaltax", "tax", "hjse"],
  total: [
    ...["价税合计", "价税合计小写", "含税金额", "totaltaxincludedamount", "totalwithtax"],
    ...["amountwithtax", "totalamount", "grossamount", "amount", "total", "jshj"],
  ],
  currency: ["币种", "货币", "currency", "currencycode"],
};
