import type { EarlyPaymentProposal } from "../../api/earlyPayment.ts";
import { Chip } from "../../components/Chip.tsx";
import { WriteButton } from "../../components/WriteButton.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { useSession } from "../../session/useSession.ts";

/** Agree or take back while a proposal is open; else where it stands. */
export function EarlyPaymentAnswer({ proposal }: { readonly proposal: EarlyPaymentProposal }) {
  const { t } = useLanguage();
  const { me } = useSession();
  const states: Readonly<Record<string, string>> = t.proposalStates;
  const path = `/v1/early-payments/proposals/${proposal.proposal}`;
  if (proposal.status !== "open") {
    return <Chip>{states[proposal.status] ?? proposal.status}</Chip>;
  }
  return proposal.proposedBy === me?.memberId ? (
    <WriteButton write={{ method: "DELETE", path }} label={t.early.withdraw} />
  ) : (
    <WriteButton
      write={{ path: `${path}/agreement` }}
      label={t.early.agree}
      tone="button-primary"
    />
  );
}
