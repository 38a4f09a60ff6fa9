/** Figures that a task promises: the clauses of a text that hold a number with its unit. */
import { piecesOf } from "./pieces.ts";

const FIGURE =
  /(?<![第\d.])\d+(?:\.\d+)?(?:[%％‰]|个百分点|[余多]?[万亿]?(?:元|个|所|名|人|项|场|次|门|家|套|间|户|篇|件|批|辆|台|位|份|张|亩|平方米|公里|学时|课时|小时))/;
/** 第28届 and 2027年 are no figures; 1个月内 is a time limit. */
const NO_FIGURE = /^\d+(?:\.\d+)?个?(?:月|年)/;
/** Clauses of one task shown as its target. */
const MOST_CLAUSES = 4;

/** The target of a task as one line, e.g. `入园率达98%以上`; empty where its text promises no figure. */
export function targetIn(text: string): string {
  const clauses = piecesOf(text)
    .map(({ from, to }) => text.slice(from, to).replaceAll(/^[\s、]+|[\s，。；：、,;:]+$/g, ""))
    .filter((clause) => {
      const figure = FIGURE.exec(clause);
      return figure !== null && !NO_FIGURE.test(clause.slice(figure.index));
    });
  return clauses.slice(0, MOST_CLAUSES).join("；");
}
