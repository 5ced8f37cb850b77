import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { WritePoint } from "../../../gateway/writePoints.ts";
import type { Answer, Client } from "../../gateway/helpers/client.ts";
import { pause } from "../../gateway/helpers/pause.ts";
import { signIn } from "../../gateway/helpers/signIn.ts";

/** A write that was asked for, and how it was answered before its gateway died. */
export interface LaneWrite {
  readonly member: "ada" | "ben";
  readonly key: string;
  readonly text: string;
  answer: Answer | undefined;
}

/** Where and when a gateway dies, and under which load. */
export interface Kill {
  readonly point: WritePoint;
  readonly passing: number;
  readonly writers: number;
}

const START_MS = 300_000;
const members = ["ada", "ben"] as const;

/** One database whose gateways die one after the other, with everything that was asked of them. */
export class KillLane {
  readonly writes: LaneWrite[] = [];
  readonly #environment: () => Readonly<Record<string, string>>;
  readonly #program: string;
  #child: ChildProcess | undefined;

  /** `environment` configures the next gateway, which `program` beside this file runs. */
  constructor(
    environment: () => Readonly<Record<string, string>>,
    program = "runKillableGateway.ts",
  ) {
    this.#environment = environment;
    this.#program = program;
  }

  /** Starts a gateway and answers its URL; undefined when it died at its start. */
  async start(kill?: Omit<Kill, "writers"> & Partial<Kill>): Promise<string | undefined> {
    const program = join(import.meta.dirname, this.#program);
    const death = kill && { KILL_POINT: kill.point, KILL_PASSING: String(kill.passing) };
    const env = { PATH: process.env["PATH"], ...this.#environment(), ...death };
    const child = spawn(process.execPath, ["--import=tsx", program], {
      stdio: ["ignore", "pipe", "inherit"],
      env,
    });
    this.#child = child;
    const lines = createInterface(child.stdout);
    const line = once(lines, "line").then(([text]) => String(text));
    const exit = once(child, "exit").then(([code]) => {
      // Only a signal is a death that was asked for.
      if (code !== null) throw new Error(`a gateway ended by itself with code ${code}`);
      return undefined;
    });
    exit.catch(() => undefined);
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => late.reject(new Error("it did not start")), START_MS);
    return Promise.race([line, exit, late.promise]).finally(() => clearTimeout(timer));
  }

  /**
   * Plays one kill; true when the gateway died at the point itself, false when it had to be killed from outside, after
   * `loadMs`. `beside` happens under load, and is awaited.
   */
  async play(
    kill: Kill,
    loadMs = 15_000,
    beside: () => Promise<void> = async () => undefined,
  ): Promise<boolean> {
    const url = await this.start(kill);
    const child = this.#child;
    if (url === undefined || child === undefined) return true;
    const isDead = () => child.exitCode !== null || child.signalCode !== null;
    const clients = await Promise.all(members.map((member) => signIn(url, member))).catch(() => []);
    if (isDead()) return true;
    const death = once(child, "exit").then(() => true);
    const load = Array.from({ length: kill.writers }, (_, index) =>
      this.#write(index, clients, () => !isDead()),
    );
    const event = beside();
    const didDie = await Promise.race([death, pause(loadMs).then(() => false)]);
    child.kill("SIGKILL");
    await Promise.all([...load, death, event]);
    return didDie;
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  }

  /** Asks for one new thing after the other, now and then again for one that was not answered before. */
  async #write(index: number, clients: readonly Client[], isRunning: () => boolean): Promise<void> {
    const client = clients[index % members.length];
    const member = members[index % members.length] ?? "ada";
    let last: LaneWrite | undefined;
    while (client !== undefined && isRunning()) {
      const open = this.writes.find((each) => each.member === member && each.answer === undefined);
      const isAgain = last?.answer !== undefined && index < members.length && open !== undefined;
      const write = isAgain
        ? open
        : { member, key: randomUUID(), text: randomUUID(), answer: undefined };
      if (!isAgain) this.writes.push(write);
      const answer = await client
        .post("/v1/notes", { text: write.text }, write.key)
        .catch(() => undefined);
      if (answer === undefined) return;
      if (answer.status === 201 || answer.status === 202) write.answer ??= answer;
      last = write;
    }
  }
}
