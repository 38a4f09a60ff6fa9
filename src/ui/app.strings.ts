export const appStrings = {
  starting: "正在启动…",
  noKeyTitle: "请从“要点”打开这个页面",
  noKeyText:
    "这个地址缺少本次启动的通行码，可能是收藏或旧的地址。请重新启动“要点”，它会打开新的页面。文稿和未保存的改动都在本机，没有丢失。",
  unreachableTitle: "连接不上后台服务",
  retry: "重试",
} as const;
