import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { exportEvidenceRoute } from "./evidence.route.ts";
import { listCertificatesRoute } from "./list.route.ts";
import { mergeCertificatesRoute } from "./merge.route.ts";
import { readCertificateRoute } from "./read.route.ts";
import { splitCertificateRoute } from "./split.route.ts";
import { transferCertificateRoute } from "./transfer.route.ts";
import { transferBatchRoute } from "./transferBatch.route.ts";
import { readCertificateTreeRoute } from "./tree.route.ts";

/** Everything about certificates but offers, freezes and disclosure. */
export function certificateRoutes(services: GatewayServices): readonly Route[] {
  return [
    listCertificatesRoute(services),
    readCertificateRoute(services),
    readCertificateTreeRoute(services),
    exportEvidenceRoute(services),
    splitCertificateRoute(services),
    mergeCertificatesRoute(services),
    transferCertificateRoute(services),
    transferBatchRoute(services),
  ];
}
