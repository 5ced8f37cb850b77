/** What the operator allows beside https to public addresses. */
export interface UrlPolicy {
  readonly allowHttp: boolean;
  /**
   * Hosts, or `host:port`, that may be reached by http, on any address and port: the operator's own network, which no
   * member could reach by itself. Lower case.
   */
  readonly privateHosts: readonly string[];
}
