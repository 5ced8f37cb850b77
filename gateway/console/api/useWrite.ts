import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { ApiProblem } from "./ApiProblem.ts";
import { AwaitingApproval } from "./AwaitingApproval.ts";
import { callApi, type WriteMethod } from "./callApi.ts";

/** One write to send. */
export interface Write {
  readonly method?: WriteMethod;
  readonly path: string;
  readonly body?: unknown;
  /** Of a request that was asked before; a new one of its own by default. */
  readonly key?: string;
}

interface Held {
  readonly state: "awaiting-approval";
  readonly approval: string;
}

function isHeld(answer: unknown): answer is Held {
  return (
    typeof answer === "object" &&
    answer !== null &&
    "state" in answer &&
    answer.state === "awaiting-approval" &&
    "approval" in answer
  );
}

/**
 * Sends writes. Until the gateway has answered, a repetition of the same write carries the same key, so that a double
 * click or a lost answer has one effect. A write that waits for a second person ends as `AwaitingApproval`. Everything on the page is read again afterwards.
 */
export function useWrite<Body = unknown>(): UseMutationResult<Body, Error, Write> {
  const queries = useQueryClient();
  const pending = useRef<{ readonly text: string; readonly key: string } | undefined>(undefined);
  return useMutation({
    mutationFn: async ({ method = "POST", path, body, key = crypto.randomUUID() }) => {
      const text = JSON.stringify([method, path, body]);
      if (pending.current?.text !== text) pending.current = { text, key };
      try {
        const answer = await callApi.write<Body>(method, path, body, pending.current.key);
        // What waits keeps its key: asking for the same again is the same request, not a second one.
        if (isHeld(answer)) throw new AwaitingApproval(answer.approval);
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
