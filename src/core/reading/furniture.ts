/** Lines that a web page or a file-sharing site put around a document. */
import type { Paragraph } from "./clean-lines.ts";

export type FurnitureReason =
  | "breadcrumb"
  | "page-stamp"
  | "metadata"
  | "menu"
  | "share"
  | "footer"
  | "file-sharing"
  | "advertisement"
  | "related-pages"
  | "contents"
  | "page-number"
  | "watermark";

interface Rule {
  readonly reason: FurnitureReason;
  readonly pattern: RegExp;
  /** True: such a line is furniture also in the middle of the text. */
  readonly anywhere?: boolean;
  /** True: what follows such a line after the text is furniture too. */
  readonly ends?: boolean;
}

/** A longer line is prose and no furniture, save for the heads of file-sharing sites. */
const LONGEST = 160;

const RULES: readonly Rule[] = [
  {
    reason: "breadcrumb",
    anywhere: true,
    pattern:
      /^(?:您|你)?(?:当前|现在)?(?:所在|的)?(?:的)?(?:位置|页面)(?:是)?\s?[：:]|^(?:网站)?首页\s?(?:[>»›/-]|&gt;)/,
  },
  { reason: "breadcrumb", pattern: /[>»›].*[>»›]/ },
  {
    reason: "page-stamp",
    anywhere: true,
    pattern:
      /(?:浏览|点击|阅读|访问)(?:次数|数量|人数|量|数)?\s?[：:]|^(?:【|\[)?(?:字体|字号)(?:大小)?\s?[：:]|[【[]\s?(?:字体|字号)\s?[：:]|^本文已影响|(?:发布|更新|发表|添加|录入|上传|公开)(?:时间|日期)\s?[：:]\s?(?:\d{4}[-年/.]|$)/,
  },
  {
    reason: "page-stamp",
    pattern:
      /^(?:信息|文章|稿件|新闻|文件|内容)?(?:来源|出处)\s?[：:]|^(?:作者|审核|供稿|撰稿|录入|初审|复审|终审|校对|签发|发布人|发布者|发布单位|信息员)\s?[：:]|^(?:时间|日期)\s?[：:]\s?\d{4}|^\d{4}-\d{1,2}-\d{1,2}\s+\d{1,2}:\d{2}|^阅读\s?\d*$|^字体\s|^大\s?中\s?小$/,
  },
  {
    reason: "page-stamp",
    ends: true,
    pattern: /^(?:编辑|责任编辑|责编|值班编辑|美编|排版|监制)\s?[：:丨｜|]/,
  },
  {
    reason: "share",
    pattern: /^点击.{0,6}[“"]?蓝字|^长按.{0,8}二维码|点个[“"]?在看|^关注我们$/,
  },
  {
    reason: "metadata",
    pattern:
      /^(?:索\s?引\s?号|信息索引|主题分类|主\s?题\s?词|发布机构|发文机关|发文单位|公开类别|公开方式|公开范围|公开责任部门|生成日期|成文日期|有\s?效\s?性|效力状态|体裁分类|组配分类|信息分类|信息名称|名\s?称|文\s?号|发文字号|废止日期|生效日期|标\s?题|内容概述|关\s?键\s?词|统一登记号|公文种类)(?:\s?(?:[：:|\t]|$)|\s{3,})/,
  },
  {
    reason: "share",
    anywhere: true,
    ends: true,
    pattern:
      /^扫一扫(?:在手机|，|打开|分享|$)|^(?:转载|转发|一键)?分享(?:到|至)?\s?[：:]?$|^(?:分享到|分享至)\s?[：:]|^转发分享|^[【[]?\s?(?:打印|关闭|收藏|返回|纠错|下载)(?:正文|本页|窗口|此页|顶部|文档|全文)?\s?[】\]]?(?:\s?[【[|]?\s?(?:打印|关闭|收藏|返回|纠错|下载|推荐)(?:正文|本页|窗口|此页|顶部)?\s?[】\]]?)*$|^(?:微信|微博|QQ空间|朋友圈)(?:\s|$)/,
  },
  {
    reason: "related-pages",
    ends: true,
    anywhere: true,
    pattern:
      /^(?:上|下)一(?:篇|条|页|个)\s?(?:[：:]|$)|^(?:推荐阅读|相关阅读|延伸阅读|相关链接|相关新闻|相关信息|相关文章|相关文件|相关文档|相关稿件|往期推荐|往期回顾|往期精彩|热门推荐|精彩推荐|猜你喜欢|热门文章|最新文章|推荐访问|本文链接|本文标签|本类推荐)(?:\s?[：:]|$)/,
  },
  { reason: "related-pages", pattern: /^(?:文档附件|附件下载|相关附件|相关下载|附件列表)\s?[：:]?$/ },
  {
    reason: "footer",
    ends: true,
    pattern:
      /版权所有|版权归.{0,10}所有|版权声明|copyright|©|ICP备|公网安备|网站标识码|^(?:主办单位|主办|承办单位|承办|协办|技术支持|管理维护|维护单位|网站报障|网站地图|联系我们|联系电话|联系地址|关于我们|友情链接|网站支持|办公地址|邮编|邮政编码|网站声明|免责声明)(?:\s?[：:|]|\s|$)/i,
  },
  {
    reason: "file-sharing",
    anywhere: true,
    pattern:
      /由会员分享，可在线阅读|^(?:下面|以下|这里)是小编|小编(?:为大家|给大家|收集|整理)|^以上(?:就)?是.{0,60}(?:全部内容|希望对您|供大家)|请在.{1,12}上搜索|^(?:文档|文件)(?:大小|格式|页数|编号)\s?[：:]|^(?:上传人|上传者|下载积分|所需积分|资源描述|文档介绍)\s?[：:]/,
  },
  { reason: "advertisement", pattern: /https?:\/\/|^www\.[\w.-]+$/i },
  {
    reason: "menu",
    pattern: /(?:\|[^|]{0,12}){3,}|^(?:[^|。；]{1,10}\|\s?){2,}[^|。；]{0,10}$|^[•·▪■□]\s?.{1,20}$/,
  },
  {
    reason: "menu",
    pattern:
      /^(?:智能问答|无障碍|无障碍浏览|移动版|繁體版|繁体版|English|长者模式|登录|注册|搜索|网站首页|首页)$/,
  },
  { reason: "contents", anywhere: true, pattern: /^目\s*录$|(?:[…⋯]{2,}|\.{4,}|·{4,})\s?\d{1,3}$/ },
  {
    reason: "page-number",
    anywhere: true,
    pattern:
      /^(?:[—－-]\s?\d{1,3}\s?[—－-]|第\s?\d{1,3}\s?页(?:\s?共\s?\d{1,3}\s?页)?|\d{1,3}\s?\/\s?\d{1,3})$/,
  },
  { reason: "watermark", anywhere: true, pattern: /^[-—]{2,}本文来源于.{1,40}[-—]{2,}$/ },
];

export interface FurnitureKind {
  readonly reason: FurnitureReason;
  readonly ends: boolean;
}

/**
 * Why a line is no text of the document; `undefined` where it may be.
 *
 * `inside`: it stands between the first and the last line that is certainly text, where only what nobody writes
 * into a plan is taken.
 */
export function furnitureOf(paragraph: Paragraph, inside: boolean): FurnitureKind | undefined {
  const { text } = paragraph;
  for (const rule of RULES) {
    if (inside && !rule.anywhere) continue;
    if (text.length > LONGEST && rule.reason !== "file-sharing") continue;
    if (text.length > 4 * LONGEST) continue;
    if (rule.pattern.test(text)) return { reason: rule.reason, ends: rule.ends ?? false };
  }
  return undefined;
}
