import type { TagKeySet, TagShare } from "@tallystick/sdk";

/** Another gateway that is asked whether it knows a loose or near tag. */
export interface TagPeer {
  readonly name: string;
  readonly url: string;
  /** Signs this gateway in there. */
  readonly token: string;
}

/** What a gateway knows about blind tags, from its configuration. */
export interface TagDesk {
  /** Pinned, one an epoch. */
  readonly keySets: readonly TagKeySet[];
  /** The shares that this gateway answers with: at most one an epoch unless they may lie together. */
  readonly shares: readonly TagShare[];
  readonly peers: readonly TagPeer[];
}
