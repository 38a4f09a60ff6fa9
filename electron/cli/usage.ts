/** How the command line is used; printed with exit code 2 for anything else. */
export const USAGE = `用法：npm run -s yaodian -- 命令 …

  read 文件 --outline|--notices
      读一份往年要点（docx、doc、pdf、网页、纯文本，按内容识别）：
      --outline 按 JSON 输出结构、修复和丢弃的内容；--notices 逐处列出修正、存疑和丢弃的内容
  new --from 文件|模板 --year 年份 --out 文稿 [--issuer 机关] [--region 地区] [--carry headings|text] [--force]
      据往年要点、文稿或模板起草新一年的要点
  rollover 文件|文稿 --year 年份 --json
      列出年份及时序表述，以及换到新一年的处理
  compare 上年 今年 --json
      逐条比较两年的要点：沿用、修改、合并、拆分、移动、新增、未再列入，以及文字重合
  targets 文件|文稿 --json
      列出要点或总结中的指标
  export 文稿 [--docx 输出] [--pdf 输出] [--txt 输出] [--html 输出] [--xlsx 输出] [--units 文件夹]
         [--form plan|notice|letter] [--profile 名称|文件] [--force]
      --docx、--pdf、--txt、--html 导出公文；form 默认按文稿的公文要素，profile 默认用当前版式；PDF 由 LibreOffice 生成
      --xlsx 导出责任分解表；--units 在文件夹中为每个责任单位各导出一份
  layout 文稿 --json [--form plan|notice|letter] [--profile 名称|文件]
      列出排版后的各页各行
  library add 文件…
      把往年要点加入往年条目库
  library search 文字 --json [--limit 条数] [--own 本机关] [--heading 条目标题]
      在往年条目库中查找

  --data 文件夹    数据文件夹，默认用系统的应用数据文件夹
`;
