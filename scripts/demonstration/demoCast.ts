import type { MemberRole, MemberSize } from "@tallystick/sdk";

/** A company of the demonstration. */
export interface DemoCompany {
  readonly name: string;
  readonly nameZh: string;
  readonly role: MemberRole;
  readonly size: MemberSize;
  readonly sentence: string;
  readonly sentenceZh: string;
}

function company(
  [name, nameZh]: readonly [string, string],
  role: MemberRole,
  size: MemberSize,
  [sentence, sentenceZh]: readonly [string, string],
): DemoCompany {
  return { name, nameZh, role, size, sentence, sentenceZh };
}

/** Everyone beside the operator, in the order of admission. All of them are invented. */
export const demoCast = {
  court: company(["Haihe District Court", "海河区法院"], "legal", "large", [
    "Proposes freezes and releases of certificates; another legal account confirms.",
    "提出凭证的冻结与解除，由另一法务账户确认。",
  ]),
  legalDesk: company(["Haihe Enforcement Office", "海河执行局"], "legal", "large", [
    "Confirms what the court proposed.",
    "确认法院提出的冻结或解除。",
  ]),
  auditor: company(["Zhengda Auditors", "正达会计师事务所"], "auditor", "large", [
    "Reads everything, signs nothing; guardian of the suppliers' accounts.",
    "可查阅全部账目而不签署；并担任供应商账户的监护人。",
  ]),
  steel: company(["Huadong Steel", "华东钢铁"], "obligor", "large", [
    "Core enterprise: confirms what it owes and pays at the due day.",
    "核心企业：确认应付账款并到期付款。",
  ]),
  motors: company(["Beichen Motors", "北辰汽车"], "obligor", "large", [
    "Core enterprise with a receivable waiting to be confirmed.",
    "核心企业：有一笔应收账款待确权。",
  ]),
  bearings: company(["Hongda Bearings", "宏达轴承"], "supplier", "medium", [
    "First-tier supplier: holds certificates, splits them, passes parts on, finances the rest.",
    "一级供应商：持有凭证，拆分流转，其余部分融资。",
  ]),
  castings: company(["Mingyue Castings", "明月铸造"], "supplier", "small", [
    "Second-tier supplier: was paid with a certificate and asks banks for quotes.",
    "二级供应商：收到凭证，并向银行询价融资。",
  ]),
  coatings: company(["Jiangnan Coatings", "江南涂料"], "supplier", "small", [
    "Second-tier supplier with an offer and a receivable to accept.",
    "二级供应商：有一笔要约和一笔应收账款待接受。",
  ]),
  tooling: company(["Xiaoshan Tooling", "萧山工具"], "supplier", "micro", [
    "A workshop at the third tier that holds a large buyer's promise.",
    "三级小作坊，持有大企业的付款承诺。",
  ]),
  factor: company(["Bund Factoring", "外滩保理"], "financier", "large", [
    "Quotes, registers and buys certificates, with or without recourse.",
    "报价、登记并受让凭证，可有追索或无追索。",
  ]),
  commercialBank: company(["Yangtze Commercial Bank", "长江商业银行"], "financier", "large", [
    "Checks where a certificate comes from and competes for it.",
    "核验凭证来源并参与报价。",
  ]),
  settlementBank: company(["Pudong Settlement Bank", "浦东结算银行"], "settlement-bank", "large", [
    "Accepts payment instructions and attests what was paid.",
    "受理付款指令并证明付款结果。",
  ]),
  warehouse: company(["Yangshan Harbour Storage", "洋山港仓储"], "custodian", "large", [
    "Warehouse: counts what lies there, issues receipts, lets goods out by two hands.",
    "仓库：盘点库存、填发仓单，凭双方签署放货。",
  ]),
} as const satisfies Readonly<Record<string, DemoCompany>>;

/** A company of the demonstration by its part. */
export type DemoPart = keyof typeof demoCast;
