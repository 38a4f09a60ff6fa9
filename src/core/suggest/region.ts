/** The region (地区) that a bureau's name says. */

/** `南平市建阳区教育局` → `南平市建阳区`, `教育部` → empty. */
export function regionOf(issuer: string): string {
  const name = issuer.trim().replace(/^中共/, "");
  const end = Math.max(...["省", "市", "州", "盟", "区", "县", "旗"].map((unit) => lastUnit(name, unit)));
  return end <= 0 ? "" : name.slice(0, end);
}

/** End of the last place name with this unit; the office that follows it (区教育局) is not part of the place. */
function lastUnit(name: string, unit: string): number {
  const at = name.lastIndexOf(unit);
  // A name of a place has a character before its unit at least, and an office behind it.
  return at < 1 || at + unit.length >= name.length ? 0 : at + unit.length;
}
