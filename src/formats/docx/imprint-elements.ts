/** 版记: copy recipients, printing authority and date at the foot of the last page (GB/T 9704—2012, 7.4). */
import type { FrontMatter } from "../../core/plan/model.ts";
import { cleanLine, dateText, organList } from "./front-matter-texts.ts";
import {
  IMPRINT_LINE,
  IMPRINT_RULE_SPACE,
  IMPRINT_THICK_RULE,
  IMPRINT_THIN_RULE,
  PAGE_HEIGHT,
  SIZE_4_WIDTH,
} from "./gbt9704.ts";
import { element, type OfficialElement, type Rules } from "./official-document.ts";
import { lineWidth, type Profile, typeAreaBottom } from "./profile.ts";
import { characterWidth } from "./text-width.ts";

/** Characters of 主送： and 抄送：, below whose end lines are wrapped. */
const LABEL_WIDTH = 3;
/** Twips of a rule's eighth of a point. */
const RULE_TWIPS = 20 / 8;

interface Row {
  readonly element: OfficialElement;
  readonly lines: number;
}

/**
 * The imprint in frames from its foot up, which is that of the type area; nothing where nothing is given. Addressees
 * that the first page has no room for stand above the copy recipients (7.3.2, 7.4.2). A letter's imprint has neither
 * rules nor printing authority (10.1).
 */
export function imprintElements(
  frontMatter: FrontMatter,
  movedAddressees: boolean,
  profile: Profile,
): readonly OfficialElement[] {
  const { imprint, addressees, form } = frontMatter;
  const isLetter = form === "letter";
  const rows = [
    ...(movedAddressees ? recipients("主送：", addressees, profile) : []),
    ...recipients("抄送：", imprint.copyTo, profile),
    ...(isLetter ? [] : printing(frontMatter, profile)),
  ];
  const last = rows.length - 1;
  const ruled = rows.map((row, index) => ({ ...row, rules: isLetter ? {} : rulesOf(rows, index, last) }));
  const framed: OfficialElement[] = [];
  let foot = PAGE_HEIGHT - typeAreaBottom(profile);
  for (const row of ruled.toReversed()) {
    const height = row.lines * IMPRINT_LINE + rulesHeight(row.rules);
    foot -= height;
    const placement = {
      ...row.element.placement,
      frame: { top: Math.round(foot), height: Math.round(height) },
      rules: row.rules,
    };
    framed.unshift({ ...row.element, placement });
  }
  // No frame holds more than a page: an imprint that long is text at the end.
  return foot < profile.topMargin ? ruled.map(unframed) : framed;
}

function unframed({ element: each, rules }: Row & { readonly rules: Rules }): OfficialElement {
  return { ...each, placement: { ...each.placement, rules } };
}

/** First and last rule thick, the one above the printing authority thin (7.4.1); none between recipients. */
function rulesOf(rows: readonly Row[], index: number, last: number): Rules {
  const isPrinting = rows[index]?.element.role === "printing";
  return {
    ...(index === 0 ? { above: IMPRINT_THICK_RULE } : isPrinting ? { above: IMPRINT_THIN_RULE } : {}),
    ...(index === last ? { below: IMPRINT_THICK_RULE } : {}),
  };
}

function rulesHeight(rules: Rules): number {
  return [rules.above, rules.below]
    .filter((weight) => weight !== undefined)
    .reduce((sum, weight) => sum + IMPRINT_RULE_SPACE + weight * RULE_TWIPS, 0);
}

/** `抄送：…。`, one character from either edge, wrapped lines below the first organ (7.4.2). */
function recipients(label: string, text: string, profile: Profile): readonly Row[] {
  const organs = organList(text);
  if (organs === "") return [];
  const leftIndent = (1 + LABEL_WIDTH) * SIZE_4_WIDTH;
  const capacity = Math.floor((lineWidth(profile) - leftIndent - SIZE_4_WIDTH) / SIZE_4_WIDTH);
  const placement = { leftIndent, hanging: LABEL_WIDTH * SIZE_4_WIDTH, rightIndent: SIZE_4_WIDTH };
  return [
    {
      element: element("copy-recipients", `${label}${organs}。`, { placement }),
      lines: Math.ceil((characterWidth(organs) + 1) / capacity),
    },
  ];
}

/** Printing authority one character from the left, date and 印发 one from the right (7.4.3). */
function printing({ imprint }: FrontMatter, profile: Profile): readonly Row[] {
  const authority = cleanLine(imprint.printingAuthority);
  const date = imprint.printDate === null ? "" : `${dateText(imprint.printDate)}印发`;
  if (authority === "" && date === "") return [];
  const position = lineWidth(profile) - SIZE_4_WIDTH;
  const placement = {
    leftIndent: SIZE_4_WIDTH,
    rightIndent: SIZE_4_WIDTH,
    tabs: [{ position, alignment: "right" as const }],
  };
  const capacity = Math.floor((lineWidth(profile) - 2 * SIZE_4_WIDTH) / SIZE_4_WIDTH);
  const width = characterWidth(authority) + characterWidth(date) + 1;
  const text = date === "" ? authority : `${authority}\t${date}`;
  return [{ element: element("printing", text, { placement }), lines: Math.ceil(width / capacity) }];
}
