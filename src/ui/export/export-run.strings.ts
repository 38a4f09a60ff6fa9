export const exportRunStrings = {
  retry: "重试",
  showFile: "打开文件夹",
  exported: (name: string) => `已导出“${name}”`,
  exportedTo: (count: number, folder: string) => `已导出 ${count} 个文件到“${folder}”`,
  downloaded: (names: string) => `已导出${names}，在浏览器的下载文件夹里。`,
} as const;
