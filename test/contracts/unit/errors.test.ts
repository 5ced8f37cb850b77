import { expect } from "chai";
import { repositoryFiles } from "../../helpers/repositoryFiles.ts";
import { solidityDeclarations } from "../../helpers/solidityDeclarations.ts";

const files = repositoryFiles();
const errors = files
  .filter(({ path }) => /^contracts\/.*\.sol$/.test(path))
  .flatMap(solidityDeclarations)
  .filter(({ kind }) => kind === "error")
  .map(({ name }) => name);
/** A test names an error as text, or by its selector; this file names none. */
const named = files
  .filter(({ path }) => /^test\/contracts\/.*\.(test\.ts|sol)$/.test(path))
  .map(({ text }) => text)
  .join("\n");

describe("Errors of the contracts", () => {
  it("are each expected by name in a test", () => {
    const never = errors.filter(
      (name) => !named.includes(`"${name}"`) && !named.includes(`${name}.selector`),
    );
    expect(errors).to.have.length.above(100);
    expect(never).to.deep.equal([]);
  });
});
