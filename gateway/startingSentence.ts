interface SystemError {
  readonly code: string;
  readonly path?: string;
  readonly port?: number;
}

function systemError(error: unknown): SystemError | undefined {
  if (!(error instanceof Error)) return undefined;
  if ("code" in error && typeof error.code === "string") return error as unknown as SystemError;
  // A connection that was tried at several addresses, or a failed fetch, keeps the reason inside.
  const [first] = error instanceof AggregateError ? error.errors : [error.cause];
  return first === undefined ? undefined : systemError(first);
}

const sentences: Readonly<Record<string, (error: SystemError) => string>> = {
  EADDRINUSE: ({ port }) => `Port ${port} is in use. Stop what runs there, or choose another one.`,
  EACCES: ({ path, port }) =>
    path === undefined
      ? `Port ${port} may not be opened by this user. Choose one above 1023.`
      : `${path} may not be read or written by this user.`,
  EROFS: ({ path }) => `${path} lies on a file system that can't be written.`,
  ENOTDIR: ({ path }) => `${path} can't be made: a part of its path is a file.`,
  EEXIST: ({ path }) => `${path} can't be made: a part of its path is a file.`,
  ENOENT: ({ path }) => `There is no ${path}.`,
  EADDRNOTAVAIL: () => "HOST is no address of this machine.",
};

/** Why the gateway can't start, for who has to change that: one sentence, without a stack. */
export function startingSentence(error: unknown): string {
  const system = systemError(error);
  const sentence = system === undefined ? undefined : sentences[system.code]?.(system);
  return sentence ?? (error instanceof Error ? error.message : String(error));
}
