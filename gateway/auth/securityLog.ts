/** Something that matters to whoever watches over sign-ins: who, what, whence, and never a secret. */
export interface SecurityEvent {
  readonly kind:
    | "signed-in"
    | "signed-out"
    | "proof-refused"
    | "denied"
    | "key-made"
    | "key-revoked"
    | "person-added"
    | "person-changed";
  readonly person?: string | undefined;
  readonly memberId?: number | undefined;
  /** Which way of proving: `oidc`, `key`, `ethereum`, `certificate`, `demo`. */
  readonly way?: string;
  /** Stable code of what was wrong. */
  readonly reason?: string;
  /** The route's operation id. */
  readonly operation?: string;
  readonly requestId?: string;
  /** Network address of who asked. */
  readonly address?: string | undefined;
  /** The key or person that was changed. */
  readonly subject?: string;
}

/** Where such events go. */
export interface SecurityLog {
  record(event: SecurityEvent): void;
  /** Hears of every event from now on. */
  subscribe(listener: (event: SecurityEvent) => void): void;
}
