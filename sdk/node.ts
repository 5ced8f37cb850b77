// What needs Node; everything else is in index.ts and runs in a browser as well.
export * from "./node/fastRecoverSigner.ts";
export * from "./node/nativeCurve.ts";
export * from "./node/readDeployment.ts";
