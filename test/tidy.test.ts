import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect } from "chai";
import { importsOf } from "./helpers/importsOf.ts";
import { repositoryFiles } from "./helpers/repositoryFiles.ts";
import { solidityDeclarations } from "./helpers/solidityDeclarations.ts";
import { valueExports } from "./helpers/valueExports.ts";

const files = repositoryFiles();
const code = files.filter(({ path }) => /\.(ts|tsx|mjs)$/.test(path));
const contracts = files.filter(({ path }) => /^contracts\/.*\.sol$/.test(path));

/** The first pattern that a path matches says how long the file may be, in lines. */
const limits: readonly [RegExp, number][] = [
  [/^contracts\/interfaces\/.*\.sol$/, 300],
  [/^contracts\/.*\.sol$/, 400],
  [/^sdk\/.*\.ts$/, 200],
  [/^gateway\/console\/.*\.tsx$/, 120],
  [/^gateway\/console\/i18n\/.*\.ts$/, 400],
  [/^gateway\/.*\.route\.ts$/, 90],
  [/^gateway\/.*\.(ts|tsx)$/, 250],
  [/^scripts\/.*\.(ts|mjs|sh)$/, 150],
  [/^test\/.*\.(ts|sol)$/, 500],
  [/^docs\/adr\/.*\.md$/, 90],
  [/^docs\/reference\/.*\.md$/, 150],
];

/** Which parts of the repository a part may import; packages are not listed. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  sdk: ["sdk"],
  console: ["console", "sdk"],
  gateway: ["gateway", "sdk"],
};

/** The part that a path belongs to. */
function partOf(path: string): string {
  if (path.startsWith("gateway/console/")) return "console";
  return path.split("/")[0] ?? path;
}

function isOurs(path: string): boolean {
  return /^(contracts|sdk|gateway|scripts|test|artifacts)\//.test(path);
}

describe("the repository is tidy:", () => {
  it("no file is longer than its kind may be", () => {
    const long = files.flatMap(({ path, text }) => {
      const limit = limits.find(([pattern]) => pattern.test(path))?.[1];
      const lines = text.split("\n").length - 1;
      return limit !== undefined && lines > limit ? [`${path}: ${lines} lines of ${limit}`] : [];
    });
    expect(long).to.deep.equal([]);
  });

  it("imports point one way: contracts, SDK, gateway, then the console over HTTP", () => {
    const wrong = code.flatMap((file) => {
      const allowed = mayImport[partOf(file.path)];
      if (allowed === undefined) return [];
      return importsOf(file)
        .filter((path) => isOurs(path) && !allowed.includes(partOf(path)))
        .map((path) => `${file.path} imports ${path}`);
    });
    expect(wrong).to.deep.equal([]);
  });

  it("only the SDK imports the contracts' generated types", () => {
    const wrong = code
      .filter(({ path }) => /^(gateway|scripts)\//.test(path))
      .filter((file) => importsOf(file).some((path) => path.startsWith("sdk/generated")))
      .map(({ path }) => path);
    expect(wrong).to.deep.equal([]);
  });

  it("the SDK runs in a browser, but for its node entry", () => {
    const wrong = code
      .filter(({ path }) => path.startsWith("sdk/") && !/^sdk\/node(\.ts|\/)/.test(path))
      .filter((file) => importsOf(file).some((path) => /^(node:|sdk\/node(\.ts|\/))/.test(path)))
      .map(({ path }) => path);
    expect(wrong).to.deep.equal([]);
  });

  it("no feature of the gateway imports another one's route", () => {
    const wrong = code
      .filter(({ path }) => /^gateway\/features\/[^/]+\//.test(path))
      .flatMap((file) => {
        const feature = file.path.split("/").slice(0, 3).join("/");
        return importsOf(file)
          .filter((path) => path.endsWith(".route.ts") && !path.startsWith(`${feature}/`))
          .map((path) => `${file.path} imports ${path}`);
      });
    expect(wrong).to.deep.equal([]);
  });

  it("a module exports one thing, which it is named after", () => {
    const plain = (name: string): string => name.replace(/[^a-zA-Z0-9]/g, "").toLowerCase();
    // A route's folder is its noun: certificate/split.route.ts may export splitCertificateRoute.
    const words = (name: string): string[] => name.split(/(?=[A-Z])/).map(plain);
    const isRoute = (name: string, found: string): boolean =>
      name.endsWith(".route") &&
      found.endsWith("Route") &&
      words(name.replace(".route", "")).every((word) => words(found).includes(word));
    const wrong = code
      .filter(({ path }) => /^(sdk|gateway|scripts)\//.test(path) && !/\.d\.ts$/.test(path))
      .filter(({ path }) => !/(^|\/)(index|node|main|app)\.tsx?$|\.config\.ts$|\.mjs$/.test(path))
      .flatMap((file) => {
        const exports = valueExports(file);
        const name = basename(file.path).replace(/\.tsx?$/, "");
        const [first = ""] = exports;
        const fits = exports.length === 1 && (plain(first) === plain(name) || isRoute(name, first));
        return exports.length === 0 || fits ? [] : [`${file.path} exports ${exports.join(", ")}`];
      });
    expect(wrong).to.deep.equal([]);
  });

  it("nothing is left for later", () => {
    const words = new RegExp(`\\b(${["TO" + "DO", "FIX" + "ME", "HA" + "CK"].join("|")})\\b`);
    expect(files.filter(({ text }) => words.test(text)).map(({ path }) => path)).to.deep.equal([]);
  });

  it("the type checker is never told to look away", () => {
    const loose = new RegExp(
      [
        "@ts-" + "(ignore|nocheck|expect-error)",
        ":\\s*any\\s*[;,)=\\]]",
        "\\bas any\\s*[;,)\\].]",
        "<any[,>]",
      ].join("|"),
    );
    const wrong = code.filter(({ text }) => loose.test(text)).map(({ path }) => path);
    expect(wrong.filter((path) => path !== "test/tidy.test.ts")).to.deep.equal([]);
  });

  it("contracts revert with custom errors, never with strings", () => {
    const strings = /\b(revert|require|assert)\s*\([^;{}]*"/;
    const bare = /\brevert\s*\(\s*\)/;
    const wrong = contracts.filter(({ text }) => strings.test(text) || bare.test(text));
    expect(wrong.map(({ path }) => path)).to.deep.equal([]);
  });

  it("assembly comes with its reason on the line above", () => {
    const wrong = contracts.flatMap(({ path, text }) =>
      text.split("\n").flatMap((row, index, rows) => {
        const reason = (rows[index - 1] ?? "").trim().startsWith("//");
        return /^\s*assembly\b/.test(row) && !reason ? [`${path}:${index + 1}`] : [];
      }),
    );
    expect(wrong).to.deep.equal([]);
  });

  it("events and errors are declared in interfaces, libraries and types", () => {
    const wrong = contracts
      .filter(({ path }) => !/^contracts\/(interfaces|libraries|types)\//.test(path))
      .flatMap((file) =>
        solidityDeclarations(file).map(({ kind, name }) => `${file.path}: ${kind} ${name}`),
      );
    expect(wrong).to.deep.equal([]);
  });

  it("every event and error says what it means, and so does each of its parameters", () => {
    const wrong = contracts.flatMap((file) =>
      solidityDeclarations(file).flatMap(({ name, docs, parameters }) => {
        const missing = parameters.filter(
          (parameter) => !new RegExp(`@param ${parameter}\\b`).test(docs),
        );
        if (!docs.includes("@notice")) missing.unshift("@notice");
        return missing.length > 0 ? [`${file.path}: ${name} lacks ${missing.join(", ")}`] : [];
      }),
    );
    expect(wrong).to.deep.equal([]);
  });

  it("no file is dead: something imports or names it", () => {
    const imported = new Set(code.flatMap(importsOf));
    const isEntry = (path: string): boolean =>
      /\.(test|example|config)\.tsx?$|\.d\.ts$|\.route\.ts$/.test(path) ||
      /^sdk\/(index|node)\.ts$/.test(path);
    const isNamed = (path: string): boolean => {
      const name = basename(path);
      return files.some(
        (file) =>
          file.path !== path && (file.text.includes(`/${name}`) || file.text.includes(`"${name}"`)),
      );
    };
    const dead = code
      .map(({ path }) => path)
      .filter((path) => !isEntry(path) && !imported.has(path) && !isNamed(path));
    const namedBy = new Map<string, number>();
    for (const { text } of files) {
      for (const word of new Set(text.match(/\w+/g))) {
        namedBy.set(word, (namedBy.get(word) ?? 0) + 1);
      }
    }
    // A contract's own file names it once.
    const unused = contracts.filter(({ path }) => namedBy.get(basename(path, ".sol")) === 1);
    expect([...dead, ...unused.map(({ path }) => path)]).to.deep.equal([]);
  });

  it("every page has one title, on its first line", () => {
    const wrong = files
      .filter(({ path }) => path.endsWith(".md"))
      .filter(({ text }) => {
        const prose = text.replace(/^```[\s\S]*?^```/gm, "");
        return !prose.startsWith("# ") || prose.match(/^# /gm)?.length !== 1;
      })
      .map(({ path }) => path);
    expect(wrong).to.deep.equal([]);
  });

  it("every picture that is kept is shown by a page", () => {
    const { stdout } = spawnSync("git", ["ls-files", "*.png", "*.jpg", "*.gif", "*.webp"], {
      encoding: "utf8",
    });
    const pages = files.filter(({ path }) => path.endsWith(".md"));
    const unseen = stdout
      .split("\n")
      .filter((path) => path !== "" && !pages.some(({ text }) => text.includes(path)));
    expect(unseen).to.deep.equal([]);
  });

  it("every contract fits the 24,576 bytes that a chain allows", () => {
    const large = contracts.flatMap(({ path }) => {
      const name = basename(path, ".sol");
      const file = `artifacts/${path}/${name}.json`;
      let artifact: { deployedBytecode?: string };
      try {
        artifact = JSON.parse(readFileSync(file, "utf8"));
      } catch {
        return [];
      }
      const bytes = ((artifact.deployedBytecode ?? "0x").length - 2) / 2;
      return bytes > 24_576 ? [`${name}: ${bytes} bytes`] : [];
    });
    expect(large).to.deep.equal([]);
  });
});
