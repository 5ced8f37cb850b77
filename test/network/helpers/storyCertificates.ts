import { signIn } from "../../gateway/helpers/signIn.ts";

const AUDITOR = "Zhengda Auditors";

/** A certificate of the story that is told on the network. */
export interface StoryCertificate {
  readonly certificate: string;
  readonly tier: number;
}

/** All certificates, as the story's auditor sees them at a gateway; none before it is told. */
export async function storyCertificates(url: string): Promise<readonly StoryCertificate[]> {
  const { body: admitted } = await (await signIn(url, "1")).get("/v1/members?limit=100");
  const members = admitted["items"] as readonly { name: string }[];
  if (!members.some(({ name }) => name === AUDITOR)) return [];
  const auditor = await signIn(url, AUDITOR);
  const { body } = await auditor.get("/v1/certificates?holder=any&limit=100");
  return body["items"] as StoryCertificate[];
}
