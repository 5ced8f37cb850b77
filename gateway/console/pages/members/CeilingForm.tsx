import { useState } from "react";
import type { Limit, MemberItem } from "../../api/member.ts";
import { useRead } from "../../api/useRead.ts";
import { Amount } from "../../components/Amount.tsx";
import { Facts } from "../../components/Facts.tsx";
import { WriteForm } from "../../components/WriteForm.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { minorOf } from "../certificate/minorOf.ts";
import { TextField } from "./TextField.tsx";

/** The operator's ceiling over an obligor's own limit, per currency. */
export function CeilingForm({
  member,
  onDone,
}: {
  readonly member: MemberItem;
  readonly onDone: () => void;
}) {
  const { t } = useLanguage();
  const limits = useRead<{ readonly items: readonly Limit[] }>("/v1/limits");
  const [currency, setCurrency] = useState("CNY");
  const [amount, setAmount] = useState("");
  const minor = minorOf(amount, currency);
  const own = limits.data?.items.filter(({ obligor }) => obligor.memberId === member.memberId);
  const path = `/v1/members/${member.memberId}/ceilings/${currency}`;
  const body = { ceilingMinor: minor?.toString() };
  return (
    <WriteForm
      write={minor === undefined ? undefined : { method: "PUT", path, body }}
      submit={t.members.saveCeiling}
      onDone={onDone}
    >
      {own?.map((limit) => (
        <Facts
          key={limit.currency}
          items={[
            [
              t.members.ceilings,
              <Amount key="ceiling" minor={limit.ceilingMinor} currency={limit.currency} />,
            ],
            [
              t.members.limit,
              <Amount key="limit" minor={limit.limitMinor} currency={limit.currency} />,
            ],
            [
              t.members.inUse,
              <Amount key="in-use" minor={limit.inUseMinor} currency={limit.currency} />,
            ],
          ]}
        />
      ))}
      <div className="grid">
        <TextField
          label={t.common.currency}
          value={currency}
          onChange={(text) => setCurrency(text.toUpperCase())}
        />
        <TextField
          label={t.members.ceilings}
          hint={t.members.ceilingHint}
          value={amount}
          onChange={setAmount}
        />
      </div>
    </WriteForm>
  );
}
