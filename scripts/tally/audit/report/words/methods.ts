/** What the report rests on, a paragraph each: English, Chinese. */
export const methods = {
  methodFold: [
    "Every figure is computed from the ledger's events, read from the auditor's own node and folded into tables by the same pure function that a gateway uses, without any gateway or database. Sums are made again in this report, apart from the fold.",
    "全部数据由账本事件计算得出：事件取自审计方自有节点，经与网关相同的纯函数归集成表，不经任何网关或数据库。合计在本报告中另行计算。",
  ],
  methodSame: [
    "The same range gives the same bytes of report.json and of this page: neither holds a clock's or a machine's mark. Another auditor can repeat it and compare files.",
    "同一范围产生逐字节相同的 report.json 与本页，不含任何时钟或机器痕迹。其他审计人员可重做并比对文件。",
  ],
  methodAttested: [
    "The ledger holds no money. That something was paid is the word of the settlement bank that signed it, with its own reference and the digest of its receipt: compare them with the bank's statements.",
    "账本不持有资金。付款事实以结算银行签署的证明为准，附银行流水号与回单摘要，宜与银行对账单核对。",
  ],
  methodGoods: [
    "That an invoice or goods exist is the word of those who signed for them. The ledger proves that the same tag was not used beyond its amount, not that the thing behind the tag is real.",
    "发票与货物是否真实存在，以签署方陈述为准。账本证明同一标签未超额使用，不证明标签背后的实物真实。",
  ],
  methodNames: [
    "The ledger knows members by number and by a salted digest of their identity. Names in this report were given by the auditor and are proved only where the salt is disclosed.",
    "账本以编号及加盐身份摘要识别成员。本报告中的名称由审计方提供，仅在披露盐值时得到证明。",
  ],
  methodTimes: [
    "Times are those of blocks, as their producers stated them, in UTC. Days are civil days of the ledger.",
    "时间为出块方所述区块时间（协调世界时）。日期为账本民用日。",
  ],
  methodCertificates: [
    "A certificate is written as receivable/serial: 3/2 is the second certificate of receivable 3. Hashes and references are shortened; report.json has them whole.",
    "凭证写作“应收账款/序号”：3/2 即3号应收账款的第2张凭证。哈希与流水号为缩写，完整内容见 report.json。",
  ],
} as const;
