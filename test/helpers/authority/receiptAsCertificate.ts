import type { Scene } from "./scene.ts";

/** The scene with the receipt where the certificate is: both are split tokens, and whoever is refused of one is of the other. */
export function receiptAsCertificate(scene: Scene): Scene {
  const { deployment, receipt } = scene;
  const { addresses } = deployment;
  return {
    ...scene,
    certificate: receipt,
    deployment: {
      ...deployment,
      addresses: { ...addresses, creditCertificates: addresses.warehouseReceipts },
    },
  };
}
