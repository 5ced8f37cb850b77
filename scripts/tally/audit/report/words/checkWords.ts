/** What checks, invariants and matters for attention are: English, Chinese. */
export const checkWords: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  "header-chain": ["Headers hash to their names and follow each other", "区块头哈希正确且前后相接"],
  "transactions-root": ["Transactions rebuild the header's root", "交易重建区块头的交易根"],
  "receipts-root": [
    "Receipts, and with them all logs, rebuild the header's root",
    "回执（含全部日志）重建区块头的回执根",
  ],
  seals: ["Enough validators sealed each block", "足够的验证节点签署每一区块"],
  "withdrawals-root": ["Withdrawals rebuild the header's root", "提款重建区块头的提款根"],
  fold: ["Each event follows from those before it", "每一事件均由此前事件推得"],
  short: [
    "An attested fact exceeds what exists, and is marked short",
    "经证实的事实超出存在，已标记短缺",
  ],
  "view-differs": [
    "A view of the contracts answers otherwise than the fold",
    "合约视图与归集结果不符",
  ],
  "digest-differs": ["A gateway's table differs", "网关的表不一致"],
  "proof-none": ["None", "无"],
  "proof-qbft": ["Commit seals of validators (QBFT)", "验证节点提交签名（QBFT）"],
  "proof-warp": [
    "Signatures that validators gave on request (Warp)",
    "验证节点应请求签署的区块签名（Warp）",
  ],
  "proof-checkpoint": ["Checkpoints signed by auditors", "审计方签署的检查点"],
  permissions: [
    "Who may send on the chain is who has an active account, and the operator alone deploys",
    "可在链上发送交易者即持有效账户者，仅运营方可部署合约",
  ],
  "permission-missing": ["A member's account may not send", "成员账户无法发送交易"],
  "permission-ended": ["An ended account may still send", "已终止账户仍可发送交易"],
  "permission-unknown": ["Who is no member may send", "非成员可发送交易"],
  "permission-admin": ["A second administrator of who may send", "存在第二个发送名单管理者"],
  "permission-operator": ["The operator administers a list no more", "运营方不再管理名单"],
  "permission-deployer": ["Someone beside the operator may deploy", "运营方之外有人可部署合约"],
  views: ["Views of the contracts answer as the fold says", "合约视图与归集结果一致"],
  I1: [
    "I1 live + settled + retired = confirmed amount, per receivable",
    "I1 每笔应收账款：有效+已结算+已注销=确认金额",
  ],
  I2: [
    "I2 children keep obligor, currency and due day; tiers count passes",
    "I2 子凭证承继核心企业、币种、到期日；层级随流转递增",
  ],
  I3: ["I3 what is held is within the value and does not move", "I3 占用不超过价值且不移动"],
  I4: ["I4 confirmed within the obligor's limit", "I4 确认不超过核心企业额度"],
  I5: [
    "I5 nothing is used beyond what exists, unless marked short",
    "I5 使用不超过存在，除非标记短缺",
  ],
  I6: [
    "I6 receipts within measured goods, goods within capacity",
    "I6 仓单不超过实测货物，货物不超过库容",
  ],
  I7: ["I7 active liens are within the value", "I7 有效质押不超过价值"],
  I8: [
    "I8 a bank reference settles once; payments = legs + reserves",
    "I8 银行流水号仅结算一次；付款=分配+预留",
  ],
  I9: ["I9 only a member's own accounts act for it", "I9 仅成员自身账户可代表其行事"],
  I10: ["I10 due days never move", "I10 到期日不变"],
  "value-not-conserved": ["Value is not conserved", "价值不守恒"],
  "over-limit": [
    "More is open than the obligor's limit allows now",
    "未结金额超过核心企业现行额度",
  ],
  "unpaid-after-due-day": ["Unpaid after the due day", "到期后未付"],
  "used-more-than-exists": ["More is used than exists", "使用超过存在"],
  "payment-not-tied-out": [
    "A bank's payment is not accounted for to the last unit",
    "银行付款未能逐分核对",
  ],
  "leg-undelivered": ["The bank could not credit a leg", "银行未能入账"],
  "unmatched-payment": ["A payment matches no instruction", "付款未匹配指令"],
  "contested-attestation": ["A payee contests an attestation", "收款方对证明提出异议"],
  "instruction-without-outcome": [
    "Accepted by the bank, without outcome five days after its value date",
    "银行已受理，起息日五日后仍无结果",
  ],
  "rank-differs": [
    "The law ranks liens otherwise than the ledger took them",
    "法定顺位与账本先后不同",
  ],
  "certificate-frozen": ["Frozen by legal order", "被司法冻结"],
  "ended-with-value": [
    "The receivable ended and still has live value",
    "应收账款已终止但仍有有效价值",
  ],
  "grant-without-delay": [
    "A governing role acts with less than seven days' notice",
    "治理角色的公告期不足七日",
  ],
  "lot-short": ["Fewer goods were measured than receipts stand for", "实测货物少于仓单所载"],
  "lot-contradicted": ["Custodian and counter contradict each other", "保管人与盘点人结论矛盾"],
  "location-over-capacity": ["More goods than the location's capacity", "货物超过库容"],
  "custodian-owners-changed": [
    "The custodian's owners changed since its admission",
    "保管人准入后股东变更",
  ],
  "custodian-admission-lapsed": ["The custodian's admission has lapsed", "保管人准入已过期"],
};
