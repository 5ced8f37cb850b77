// What needs Node; everything else is in index.ts and runs in a browser as well.
export * from "./node/readDeployment.ts";
