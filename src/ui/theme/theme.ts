/** Fluent themes in the colours and type of the product. */
import {
  type BrandVariants,
  createDarkTheme,
  createLightTheme,
  type Theme,
} from "@fluentui/react-components";
import type { ThemeChoice } from "./theme-choice.ts";

/** Ink blue; 80 is the accent itself. */
const INK: BrandVariants = {
  10: "#020b14",
  20: "#081c30",
  30: "#0a2d4f",
  40: "#0b3763",
  50: "#0c4277",
  60: "#0d4b84",
  70: "#0e5391",
  80: "#0f5a9c",
  90: "#2f6fab",
  100: "#4a83b9",
  110: "#6a9ccb",
  120: "#84b0d8",
  130: "#9fc4e3",
  140: "#b8d6ed",
  150: "#d2e6f5",
  160: "#e9f3fb",
};

const FONT = '"Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", sans-serif';

export const lightTheme: Theme = { ...createLightTheme(INK), fontFamilyBase: FONT, fontFamilyNumeric: FONT };

export const darkTheme: Theme = {
  ...createDarkTheme(INK),
  fontFamilyBase: FONT,
  fontFamilyNumeric: FONT,
  // The default foregrounds of a dark theme sit too close to the panels for small text (WCAG 2, 1.4.3).
  colorBrandForeground1: INK[120],
  colorBrandForeground2: INK[130],
  colorBrandForegroundLink: INK[120],
  colorCompoundBrandForeground1: INK[120],
  colorNeutralForeground2BrandHover: INK[120],
  colorNeutralForeground2BrandSelected: INK[120],
};

/** The theme to show for a choice, given what the system prefers. */
export function themeOf(choice: ThemeChoice, systemIsDark: boolean): Theme {
  if (choice === "system") return systemIsDark ? darkTheme : lightTheme;
  return choice === "dark" ? darkTheme : lightTheme;
}
