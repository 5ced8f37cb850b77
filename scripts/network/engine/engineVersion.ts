/**
 * The last pair of node and EVM that installs from the Go module proxy; later releases hold the EVM inside the node's
 * module behind replace directives. plugin/go.mod pins the same two.
 */
export const engineVersion = {
  avalanchego: "v1.14.0",
  subnetEvm: "v0.8.0",
  /** CB58 of the VM's id: "subnetevm" padded to 32 bytes. */
  vmId: "srEXiWaHuhNyGwPUi444Tu47ZEDwxTWrbQiuD7FmgSAQ6X7Dy",
} as const;
