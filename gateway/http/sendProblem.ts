import type { Response } from "express";
import type { Problem } from "../errors/problem.ts";
import { plainJson } from "../json/plainJson.ts";

/** Answers with a problem document. */
export function sendProblem(response: Response, problem: Problem): void {
  response.locals["problemCode"] = problem.code;
  if (problem.status === 401) response.set("www-authenticate", "Bearer");
  response.status(problem.status).set("content-type", "application/problem+json; charset=utf-8");
  response.send(plainJson(problem));
}
