import {
  acceptanceTypedData,
  anchorLeaf,
  anchors,
  certificates,
  confirmationTypedData,
  MerkleTree,
  randomNonce,
  receivableAcceptanceTypedData,
  receivables,
  signTypedMessage,
} from "../../sdk/index.ts";
import { sdkLedger } from "./sdkLedger.ts";
import { sdkLiens } from "./sdkLiens.ts";
import { sdkPayments } from "./sdkPayments.ts";
import { sdkScene } from "./sdkScene.ts";
import { sdkWarehouse } from "./sdkWarehouse.ts";

/** A ledger with lineages of three tiers, whose parties signed everything that they could sign. */
export async function evidenceScene() {
  const ledger = await sdkLedger();
  const before = sdkScene(ledger);
  const warehouse = sdkWarehouse(ledger, before);
  const paid = { ...before, ...sdkPayments(ledger, before) };
  const scene = { ...paid, warehouse, lien: sdkLiens(ledger, paid, warehouse) };
  const { as, who, signers, deployment, provider } = ledger;
  const source = {
    request: ({ method, params }: { method: string; params: readonly unknown[] }) =>
      provider.send(method, [...params]),
  };

  const documents = ["contract", "delivery note", "inspection"].map((name) => ({
    digest: scene.digest(name),
    salt: scene.digest(`salt of ${name}`),
  }));
  const tree = new MerkleTree();
  for (const document of documents) tree.add(anchorLeaf(document));
  const root = tree.rootHex();
  const openings = documents.map((document, index) => ({
    root,
    ...document,
    proof: [...tree.proofFor(index)],
  }));

  /** A receivable that both parties signed and anybody sent. */
  const signed = async (face = 1_000_00n) => {
    const made = await scene.terms({ face });
    const terms = { ...made.terms, documentRoot: root };
    const acceptBy = (await scene.now()) + 86_400;
    const message = { ...made, terms, deadline: acceptBy, epoch: 1 };
    const confirmation = await confirmationTypedData(deployment, { ...message, acceptBy });
    const acceptance = await receivableAcceptanceTypedData(deployment, message);
    const { receivable, certificate } = await receivables.issueWithSignatures(as.anyone, {
      terms,
      acceptBy,
      obligor: await signTypedMessage(signers.obligor, confirmation),
      creditor: await signTypedMessage(signers.supplier, acceptance),
    });
    return { receivable, certificate, terms };
  };
  const pass = async (
    certificate: bigint,
    from: "supplier" | "buyer",
    to: "buyer" | "thirdTier",
    value: bigint,
  ) => {
    const tradeReference = scene.digest(`order for ${to}`);
    const acceptance = { certificate, to: who[to], value, tradeReference, nonce: randomNonce() };
    const deadline = (await scene.now()) + 3_600;
    const typedData = acceptanceTypedData(deployment, { acceptance, deadline, epoch: 1 });
    const recipient = await signTypedMessage(signers[to], typedData);
    const passed = await certificates.transferWithAcceptance(as[from], { acceptance, recipient });
    return passed.certificate;
  };
  /** A third-tier certificate beside cousins that belong to others. */
  const thirdTier = async () => {
    const issued = await signed();
    const second = await pass(issued.certificate, "supplier", "buyer", 600_00n);
    const cousin = await pass(issued.certificate, "supplier", "buyer", 100_00n);
    const third = await pass(second, "buyer", "thirdTier", 250_00n);
    return { ...issued, root: issued.certificate, second, third, cousin };
  };
  const anchorAbout = (subject: string) =>
    anchors.anchor(as.supplier, { root, kind: "contract", subject, count: documents.length });
  return { ...ledger, scene, source, documents, root, openings, signed, thirdTier, anchorAbout };
}

/** The fixture's value. */
export type EvidenceScene = Awaited<ReturnType<typeof evidenceScene>>;
