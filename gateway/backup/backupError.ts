/** A backup that can't be used, and why in a sentence. */
export class BackupError extends Error {
  override readonly name = "BackupError";
}
