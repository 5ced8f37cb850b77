import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { beginOidcSignInRoute } from "./beginOidc.route.ts";
import { endOidcSignInRoute } from "./endOidc.route.ts";
import { signInWithEthereumRoute } from "./ethereum.route.ts";
import { readNonceRoute } from "./nonce.route.ts";
import { readSignInOptionsRoute } from "./options.route.ts";

/** Ways to sign in other than by a demonstration's names. */
export function signInRoutes(services: GatewayServices): Route[] {
  return [
    readSignInOptionsRoute(services),
    readNonceRoute(services),
    signInWithEthereumRoute(services),
    beginOidcSignInRoute(services),
    endOidcSignInRoute(services),
  ];
}
