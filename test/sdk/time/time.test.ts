import { expect } from "chai";
import fc from "fast-check";
import {
  civilDateToDay,
  dayOf,
  dayToCivilDate,
  endOfDay,
  formatRfc3339,
  parseCivilDate,
  parseRfc3339,
  startOfDay,
} from "../../../sdk/index.ts";
import { expectCode } from "../expectCode.ts";

const anyDay = fc.integer({ min: 0, max: 2_932_896 });
const anyOffset = fc.integer({ min: -43_200, max: 50_400 });

describe("civil dates", () => {
  it("are read month first or in ISO form", () => {
    expect(parseCivilDate("1/2/2013")).to.equal("2013-01-02");
    expect(parseCivilDate("12/31/2013")).to.equal("2013-12-31");
    expect(parseCivilDate("01/02/2013")).to.equal("2013-01-02");
    expect(parseCivilDate("2013-01-02")).to.equal("2013-01-02");
    expect(parseCivilDate("2/29/2024")).to.equal("2024-02-29");
    expect(parseCivilDate("2000-02-29")).to.equal("2000-02-29");
  });

  it("are refused when they don't exist", () => {
    for (const text of ["2/31/2013", "2013-02-31", "2/29/2023", "1900-02-29", "2100-02-29"]) {
      expectCode(() => parseCivilDate(text), "time-not-a-date");
    }
    for (const text of ["13/1/2013", "0/1/2013", "1/0/2013", "2013-00-10", "4/31/2013"]) {
      expectCode(() => parseCivilDate(text), "time-not-a-date");
    }
  });

  it("are refused in any other form, and before the first day number", () => {
    const forms = ["", "1/2/13", "2013/1/2", "2013-1-2", "31.12.2013", "20130102", " 1/2/2013"];
    const times = [
      "2013-01-02T00:00:00Z",
      "1/2/2013 0:00",
      "1/2/20130",
      "Jan 2, 2013",
      "１/2/2013",
    ];
    for (const text of [...forms, ...times, "1969-12-31", "12/31/1969", "0000-01-01"]) {
      expectCode(() => parseCivilDate(text), "time-not-a-date");
    }
  });

  it("and day numbers are the same thing, there and back", () => {
    expect(civilDateToDay("1970-01-01")).to.equal(0);
    expect(civilDateToDay("2000-03-01")).to.equal(11_017);
    expect(dayToCivilDate(11_016n)).to.equal("2000-02-29");
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = dayToCivilDate(day);
        expect(civilDateToDay(date)).to.equal(day);
        const [year, month, dayOfMonth] = date.split("-").map(Number);
        expect(civilDateToDay(`${month}/${dayOfMonth}/${String(year).padStart(4, "0")}`)).to.equal(
          day,
        );
      }),
      { numRuns: 1024 },
    );
  });

  it("have no day number that is negative, broken or beyond 9999", () => {
    for (const day of [-1, 1.5, Number.NaN, 2_932_897, -1n]) {
      expectCode(() => dayToCivilDate(day), "time-not-a-day-number");
    }
    expect(dayToCivilDate(2_932_896)).to.equal("9999-12-31");
  });
});

describe("the ledger's day", () => {
  it("ends at 16:00 UTC unless told otherwise", () => {
    const end = parseRfc3339("2026-11-22T15:59:59Z");
    const day = civilDateToDay("2026-11-22");
    expect(endOfDay(day)).to.equal(end);
    expect(dayOf(end)).to.equal(day);
    expect(dayOf(BigInt(end) + 1n)).to.equal(day + 1);
    expect(startOfDay(day)).to.equal(parseRfc3339("2026-11-21T16:00:00Z"));
    expect(dayOf(end, 0)).to.equal(day);
    expect(dayOf(end + 1, 0)).to.equal(day);
  });

  it("holds each of its seconds and none of its neighbours', at any offset", () => {
    fc.assert(
      fc.property(anyDay, anyOffset, (day, offset) => {
        expect(dayOf(startOfDay(day, offset), offset)).to.equal(day);
        expect(dayOf(startOfDay(day, offset) - 1, offset)).to.equal(day - 1);
        expect(dayOf(endOfDay(day, offset), offset)).to.equal(day);
        expect(dayOf(endOfDay(day, offset) + 1, offset)).to.equal(day + 1);
      }),
    );
  });
});

describe("RFC 3339", () => {
  it("is written in UTC and read with any offset", () => {
    expect(formatRfc3339(0)).to.equal("1970-01-01T00:00:00Z");
    expect(parseRfc3339("2026-11-22T14:47:18.000Z")).to.equal(1795358838);
    expect(parseRfc3339("2026-11-22t14:47:18z")).to.equal(1795358838);
    expect(parseRfc3339("2026-11-22T09:17:18-05:30")).to.equal(1795358838);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 253_402_300_799 }), (timestamp) => {
        expect(parseRfc3339(formatRfc3339(timestamp))).to.equal(timestamp);
      }),
    );
  });

  it("is refused without an offset, with fractions, or out of range", () => {
    const wrong = ["2026-11-22T14:47:18", "2026-11-22 14:47:18Z", "2026-11-22T14:47Z", "", "now"];
    const range = ["2026-11-22T24:00:00Z", "2026-11-22T23:59:60Z", "2026-11-22T14:47:18+24:00"];
    for (const text of [
      ...wrong,
      ...range,
      "2026-11-22T14:47:18.5Z",
      "1970-01-01T00:00:00+08:00",
    ]) {
      expectCode(() => parseRfc3339(text), "time-not-a-time");
    }
    expectCode(() => parseRfc3339("2026-02-30T00:00:00Z"), "time-not-a-date");
    for (const timestamp of [-1, 1.5, 253_402_300_800n]) {
      expectCode(() => formatRfc3339(timestamp), "time-not-a-time");
    }
  });
});
