import { z } from "zod";

const problem = z.object({ code: z.string(), detail: z.string() });

/** Why a gateway didn't answer as it was asked. */
export type GatewayRefusal = {
  readonly code: string;
  readonly message: string;
  /** Whether the gateway was reached at all. */
  readonly reached: boolean;
};

export type GatewayAnswer =
  | { readonly body: unknown; readonly refusal?: undefined }
  | { readonly body?: undefined; readonly refusal: GatewayRefusal };

/** Reads one path of a gateway, signed in by TALLYSTICK_TOKEN. */
export async function readGateway(
  gateway: string,
  path: string,
  patienceMs = 30_000,
): Promise<GatewayAnswer> {
  const token = process.env["TALLYSTICK_TOKEN"];
  const headers: Record<string, string> =
    token === undefined ? {} : { authorization: `Bearer ${token}` };
  try {
    const url = new URL(path, gateway);
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(patienceMs) });
    const body: unknown = await response.json();
    if (response.ok) return { body };
    const { code, detail } = problem.parse(body);
    return { refusal: { code, message: detail, reached: true } };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `${gateway} did not answer as a gateway does: ${reason}.`;
    return { refusal: { code: "gateway-unreachable", message, reached: false } };
  }
}
