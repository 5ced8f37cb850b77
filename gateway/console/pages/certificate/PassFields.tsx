import { formatMoney } from "@tallystick/sdk";
import type { CertificateItem } from "../../api/certificate.ts";
import { useRead } from "../../api/useRead.ts";
import { Field } from "../../components/Field.tsx";
import { MemberSelect } from "../../components/MemberSelect.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { useSession } from "../../session/useSession.ts";

/** What a person has filled in so far. */
export interface PassDraft {
  readonly way: "offer" | "pass" | "keep";
  readonly to: number | undefined;
  readonly amount: string;
  readonly tradeReference: string;
  readonly days: number;
}

interface Standing {
  readonly items: readonly {
    readonly recipient: { readonly memberId: number };
    readonly isInForce: boolean;
  }[];
}

/** Recipient, amount, trade, and whether the recipient still has to accept. */
export function PassFields({
  draft,
  onChange,
  certificate,
}: {
  readonly draft: PassDraft;
  readonly onChange: (draft: PassDraft) => void;
  readonly certificate: CertificateItem;
}) {
  const { t } = useLanguage();
  const { me } = useSession();
  const standing = useRead<Standing>("/v1/standing-acceptances?direction=received");
  const accepts = (member: number | undefined) =>
    standing.data?.items.some(
      ({ recipient, isInForce }) => isInForce && recipient.memberId === member,
    ) ?? false;
  const set = (changes: Partial<PassDraft>) => onChange({ ...draft, ...changes });
  const ways = ["offer", ...(accepts(draft.to) ? ["pass"] : []), "keep"] as const;
  const free = formatMoney(BigInt(certificate.freeMinor), certificate.currency);
  return (
    <>
      {draft.way !== "keep" && (
        <Field
          label={t.splitTransfer.to}
          hint={accepts(draft.to) ? t.splitTransfer.standing : t.splitTransfer.noStanding}
        >
          <MemberSelect
            memberRole="supplier"
            value={draft.to}
            without={me === null || me === undefined ? [] : [me.memberId]}
            onChange={(to) => set({ to, way: accepts(to) ? "pass" : "offer" })}
          />
        </Field>
      )}
      <Field label={t.splitTransfer.amount} hint={`${t.certificate.free}: ${free}`}>
        <input
          required
          inputMode="decimal"
          placeholder="0.00"
          value={draft.amount}
          onChange={({ currentTarget }) => set({ amount: currentTarget.value })}
        />
      </Field>
      {draft.way !== "keep" && (
        <Field label={t.splitTransfer.tradeReference}>
          <input
            required
            value={draft.tradeReference}
            onChange={({ currentTarget }) => set({ tradeReference: currentTarget.value })}
          />
        </Field>
      )}
      <fieldset className="language">
        {ways.map((way) => (
          <button
            key={way}
            type="button"
            aria-pressed={draft.way === way}
            onClick={() => set({ way: way as PassDraft["way"] })}
          >
            {t.splitTransfer[way as PassDraft["way"]]}
          </button>
        ))}
      </fieldset>
    </>
  );
}
