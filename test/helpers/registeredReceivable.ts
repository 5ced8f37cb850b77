import { receivablesFixture } from "./receivablesFixture.ts";
import type { Terms } from "./receivableTerms.ts";
import { ref } from "./ref.ts";

/** Receivable 1 is registered; `next` registers more of them. */
export async function registeredReceivable() {
  const setting = await receivablesFixture();
  const { receivables, who, terms, inSeconds } = setting;
  const creditor = receivables.connect(who.tierOne.account);
  const obligor = receivables.connect(who.obligor.account);
  const next = async (changes: Partial<Terms>) => {
    const given = await terms(changes);
    await creditor.register(given, ref);
    return { id: await receivables.receivableCount(), given };
  };
  const { given } = await next({});
  return { ...setting, creditor, obligor, given, next, soon: await inSeconds(3_600) };
}
