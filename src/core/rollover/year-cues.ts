/** Words around a year that tell what it means. All patterns are for the shadow of a text. */

/** Right after a year from which something counts (2021年秋季起). */
export const SINCE_AFTER = /^(?:学期)?(?:开学)?(?:起|以来|至今|开始|以后)/;
export const SINCE_BEFORE = /(?:自|从|始于)$/;

/** End of a mention that is a deadline (2021年底前). */
export const DEADLINE = /(?:底|末|内|前)$/;
export const DEADLINE_BEFORE = /(?:到|至|截至|截止|力争|确保|争取|于)$/;

/** Edition or issue of a document cited without book title marks (2022年版课程标准). */
export const CITED_AFTER = /^(?:版|修订|修正|(?:印发|颁布|出台|发布|公布|制定|下发)的)/;

/** Words which tell what has been done; a plan tells what will be. */
export const FINISHED =
  /已(?:经|完成|全部|全面|建|实现|投|启|有|达)|(?:完成|实现|取得|表彰|建成|新增|获得|开展)了|截至|累计/;
/** How many characters after the year the words may stand. */
export const FINISHED_WITHIN = 60;
export const FINISHED_BEFORE = /截[至止]$/;
/** 2021年认定的示范校: which year's is meant stays right. */
export const AWARDED_AFTER =
  /^[^，。；、]{0,4}(?:认定|评定|立项|获评|确定|命名|下达|批准|评选|招录|建成|启动)的/;

/** A meeting whose results are to be carried out has been held. */
export const MEETING_SPIRIT =
  /^[^，。；、]{0,16}(?:会议|大会|全会|座谈会|讲话)[^，。；、]{0,4}(?:精神|部署|要求|讲话)/;

/** Whether words beside last year's number compare with it or look back on it, so that it moves with the plan. */
export function looksBack(preceding: string, following: string): boolean {
  if (/^(?:度|全年)?[^，。；]{0,8}(?:相比|同期)/.test(following)) return true;
  if (/(?:比|较|同比)$/.test(preceding))
    return /^(?:度|全年|底)?[^，。；]{0,4}(?:下降|增长|提高|提升|增加|减少|降低|上升|持平|有所|明显)/.test(
      following,
    );
  if (/(?:总结|回顾|盘点|对照|对标)[好了]?$/.test(preceding))
    return /^(?:度|全年)?[^，。；]{0,6}(?:工作|经验|教训|情况|成绩|成效|不足|问题)/.test(following);
  return /在$/.test(preceding) && /^(?:度|全年)?[^，。；]{0,6}基础上/.test(following);
}
