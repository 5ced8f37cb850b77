import { expect } from "chai";
import { csvText } from "../../../gateway/features/shared/list/csvText.ts";

describe("CSV text", () => {
  it("keeps numbers as they are and defuses text that a spreadsheet would calculate", () => {
    const dangerous = ['=HYPERLINK("x")', "+1", "-2+3", "@SUM(A1)", "\tx", "\rx"];
    const written = csvText([dangerous, ["-5", "12.30", "0", "a=b", "", "5-3"]]);
    const [first = "", second = ""] = written.split("\r\n");
    expect(second).to.equal("-5,12.30,0,a=b,,5-3");
    expect(first).to.contain("'+1").and.to.contain("'-2+3").and.to.contain("'@SUM(A1)");
    expect(first).to.contain(`"'=HYPERLINK(""x"")"`);
    expect(written).to.contain("'\tx").and.to.contain("'\rx");
  });

  it("quotes commas, quotes and line breaks, and ends lines as RFC 4180 says", () => {
    expect(csvText([["a,b", 'c"d', "e\nf"]])).to.equal('"a,b","c""d","e\nf"\r\n');
  });
});
