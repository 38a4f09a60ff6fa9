import { describe, expect, it } from "vitest";
import { findDate, isoDate, issueDateOf } from "../../../src/core/text/dates.ts";

describe("isoDate", () => {
  it("gives days that exist only", () => {
    expect(isoDate(2024, 2, 29)).toBe("2024-02-29");
    expect(isoDate(2023, 2, 29)).toBeUndefined();
    expect(isoDate(2023, 13, 1)).toBeUndefined();
    expect(isoDate(20221, 1, 1)).toBeUndefined();
  });
});

describe("findDate", () => {
  it.each([
    ["发布时间：2021-03-29 10:44", "2021-03-29"],
    ["2021 年 3 月 9 日印发", "2021-03-09"],
    ["二〇二一年三月二十九日", "2021-03-29"],
    ["二○○七年十二月三十日", "2007-12-30"],
    ["二零二〇年十月十日", "2020-10-10"],
  ])("reads %s", (text, date) => {
    expect(findDate(text)).toBe(date);
  });

  it("finds none in a year alone", () => {
    expect(findDate("2021年工作要点")).toBeUndefined();
  });
});

describe("issueDateOf", () => {
  it("reads a whole line, brackets or not", () => {
    expect(issueDateOf("（2023年2月15日）", null)).toEqual({ form: "complete", date: "2023-02-15" });
  });

  it("takes the reading of damaged digits that agrees with the page", () => {
    expect(issueDateOf("2021329", "2021-03-29")).toEqual({
      form: "damaged",
      date: "2021-03-29",
      certain: true,
    });
    expect(issueDateOf("2024111", "2024-11-03")).toEqual({
      form: "damaged",
      date: "2024-11-01",
      certain: true,
    });
    expect(issueDateOf("2024111", "2024-01-15")).toEqual({
      form: "damaged",
      date: "2024-01-11",
      certain: true,
    });
  });

  it("proposes where nothing decides, and gives up where no day fits", () => {
    expect(issueDateOf("2024111", null)).toMatchObject({ form: "damaged", certain: false });
    expect(issueDateOf("2024327", null)).toEqual({ form: "damaged", date: "2024-03-27", certain: true });
    expect(issueDateOf("2024999", null)).toEqual({ form: "damaged", date: null, certain: false });
  });

  it("reports a date without day", () => {
    expect(issueDateOf("2021年3月", null)).toEqual({ form: "incomplete" });
    expect(issueDateOf("2011.2.", null)).toEqual({ form: "incomplete" });
  });

  it("leaves text alone", () => {
    expect(issueDateOf("2021年3月29日召开会议。", null)).toBeUndefined();
    expect(issueDateOf("2021年工作要点", null)).toBeUndefined();
  });
});
