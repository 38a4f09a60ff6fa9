export const dragStrings = {
  lands: (label: string, count: number) => (count > 1 ? `${label} 起，共 ${count} 处` : label),
  dragged: (label: string, heading: string, count: number) =>
    count > 1 ? `${label}${heading} 等 ${count} 处` : `${label}${heading}`,
  handle: "拖动可移动；用键盘时按 Alt+Shift+↑ 或 ↓",
  moved: (label: string, heading: string, count: number) =>
    count > 1 ? `${count} 处已改，第一处现为 ${label}${heading}` : `现为 ${label}${heading}`,
  movedInto: (label: string, heading: string, parent: string, count: number) =>
    count > 1
      ? `${count} 处已改，第一处现为 ${label}${heading}，在“${parent}”之下`
      : `现为 ${label}${heading}，在“${parent}”之下`,
} as const;
