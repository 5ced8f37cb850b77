import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { ApiProblem } from "./ApiProblem.ts";
import { callApi, type WriteMethod } from "./callApi.ts";

/** One write to send. */
export interface Write {
  readonly method?: WriteMethod;
  readonly path: string;
  readonly body?: unknown;
}

/**
 * Sends writes. Until the gateway has answered, a repetition of the same write carries the same key, so that a double
 * click or a lost answer has one effect. Everything on the page is read again afterwards.
 */
export function useWrite<Body = unknown>(): UseMutationResult<Body, Error, Write> {
  const queries = useQueryClient();
  const pending = useRef<{ readonly text: string; readonly key: string } | undefined>(undefined);
  return useMutation({
    mutationFn: async ({ method = "POST", path, body }) => {
      const text = JSON.stringify([method, path, body]);
      if (pending.current?.text !== text) pending.current = { text, key: crypto.randomUUID() };
      try {
        const answer = await callApi.write<Body>(method, path, body, pending.current.key);
        pending.current = undefined;
        return answer;
      } catch (error) {
        if (error instanceof ApiProblem) pending.current = undefined;
        throw error;
      }
    },
    onSettled: () => queries.invalidateQueries(),
  });
}
