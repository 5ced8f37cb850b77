import { readFileSync, writeFileSync } from "node:fs";
import { type StorageLayouts, storageLayouts } from "./solc/storageLayouts.ts";

/** `npm run storage-layout` writes docs/storage-layout.json; with `--check` it compares instead. */
const file = "docs/storage-layout.json";

function committed(): StorageLayouts {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as StorageLayouts;
  } catch {
    return {};
  }
}

const now = storageLayouts("artifacts");
const text = `${JSON.stringify(now, null, 2)}\n`;
if (!process.argv.includes("--check")) {
  writeFileSync(file, text);
  console.error(`${file}: ${Object.keys(now).length} contracts`);
} else {
  const before = committed();
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  const changed = names.filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(now[name]),
  );
  for (const name of changed) console.error(`${name}: the storage layout is not the committed one`);
  if (changed.length > 0) {
    console.error(`Where that is meant: npm run storage-layout, and commit ${file}`);
    process.exitCode = 1;
  }
}
