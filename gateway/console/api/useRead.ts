import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { callApi } from "./callApi.ts";

/** What the gateway answers to a read; asked again every few seconds, since other members act too. */
export function useRead<Body>(path: string | undefined, refreshMs = 8_000): UseQueryResult<Body> {
  return useQuery({
    queryKey: [path],
    queryFn: () => callApi.read<Body>(path ?? ""),
    enabled: path !== undefined,
    refetchInterval: refreshMs,
  });
}
