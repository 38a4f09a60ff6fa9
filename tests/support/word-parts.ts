/** Parts of small Word packages for reading tests, written by hand so that they hold what no library of ours would write. */
const NS =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

/** A paragraph; `properties` is the inside of `w:pPr`. */
export function p(content: string, properties = ""): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
}

/** A run; `properties` is the inside of `w:rPr`. */
export function r(text: string, properties = ""): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

export function numbered(numId: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`;
}

export function body(...content: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:document ${NS}><w:body>${content.join("")}<w:sectPr/></w:body></w:document>`;
}

export function story(root: string, ...content: readonly string[]): string {
  return `<w:${root} ${NS}>${content.join("")}</w:${root}>`;
}

/** One level of an abstract numbering. */
export function level(index: number, format: string, text: string, rest = ""): string {
  return `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${rest}<w:lvlText w:val="${text}"/></w:lvl>`;
}

export function numbering(
  abstracts: Readonly<Record<number, readonly string[]>>,
  instances: Readonly<Record<number, string>>,
): string {
  const abstract = Object.entries(abstracts).map(
    ([id, levels]) => `<w:abstractNum w:abstractNumId="${id}">${levels.join("")}</w:abstractNum>`,
  );
  const nums = Object.entries(instances).map(([id, inside]) => `<w:num w:numId="${id}">${inside}</w:num>`);
  return `<w:numbering ${NS}>${abstract.join("")}${nums.join("")}</w:numbering>`;
}

export function uses(abstractId: number, overrides = ""): string {
  return `<w:abstractNumId w:val="${abstractId}"/>${overrides}`;
}

export function row(...cells: readonly string[]): string {
  return `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join("")}</w:tr>`;
}

export function table(...rows: readonly string[]): string {
  return `<w:tbl>${rows.join("")}</w:tbl>`;
}
