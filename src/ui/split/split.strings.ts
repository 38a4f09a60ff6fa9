export const splitStrings = {
  second: "正文另一处",
  divider: "调整两处的大小，按 Esc 取消拆分",
  close: "取消拆分（Esc）",
} as const;
