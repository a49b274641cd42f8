package org.sunlit.inforequest.rules;

import org.sunlit.calendar.LegalBasis;

/**
 * The articles of 政府信息公开条例 (国务院令第711号) that set limits. Chinese texts are the regulation's own
 * words; the English is a reading aid.
 */
final class RequestStatutes {
  private static final String LAW = "中华人民共和国政府信息公开条例";
  private static final String LAW_EN = "Regulations on Open Government Information";

  /** 第三十条: once within seven working days; the limit to answer runs from the supplement. */
  static final LegalBasis CLARIFICATION =
      of(
          "第三十条",
          "art. 30",
          "政府信息公开申请内容不明确的，行政机关应当给予指导和释明，并自收到申请之日起7个工作日内一次性告知申请人作出补正，"
              + "说明需要补正的事项和合理的补正期限。答复期限自行政机关收到补正的申请之日起计算。",
          "When a request isn't clear, the authority guides the applicant and within seven working"
              + " days of its receipt tells them once what to supplement and in what reasonable"
              + " time. The limit to answer runs from the day the supplemented request arrives.");

  /** 第三十二条: those whose interests it touches have fifteen working days to say their view. */
  static final LegalBasis CONSULTATION =
      of(
          "第三十二条",
          "art. 32",
          "依申请公开的政府信息公开会损害第三方合法权益的，行政机关应当书面征求第三方的意见。第三方应当自收到征求意见书之日起15个工作日内提出意见。",
          "When giving the information would harm a third party's lawful interests, the authority"
              + " asks for their view in writing; they have fifteen working days to say it.");

  /** 第三十三条第二款: twenty working days, once twenty more with the head's consent. */
  static final LegalBasis ANSWER =
      of(
          "第三十三条第二款",
          "art. 33(2)",
          "行政机关不能当场答复的，应当自收到申请之日起20个工作日内予以答复；需要延长答复期限的，应当经政府信息公开工作机构负责人同意并告知申请人，"
              + "延长的期限最长不得超过20个工作日。",
          "What can't be answered at once is answered within twenty working days of its receipt. A"
              + " longer time needs the consent of the head of the disclosure office, the applicant"
              + " is told, and it is twenty working days more at most.");

  /** 第三十三条第三款: consulting isn't counted. */
  static final LegalBasis NOT_COUNTED =
      of(
          "第三十三条第三款",
          "art. 33(3)",
          "行政机关征求第三方和其他机关意见所需时间不计算在前款规定的期限内。",
          "The time to ask third parties and other authorities for their views isn't counted.");

  /** 第三十五条: whoever asks for far too much may be asked for reasons. */
  static final LegalBasis REASONS =
      of(
          "第三十五条",
          "art. 35",
          "申请人申请公开政府信息的数量、频次明显超过合理范围，行政机关可以要求申请人说明理由。",
          "When number or frequency of somebody's requests are plainly beyond reason, the authority"
              + " may ask them for their reasons.");

  /** 第五十一条: one may complain to those above; the limit of the review is Sunlit's own. */
  static final LegalBasis REVIEW =
      of(
          "第五十一条",
          "art. 51",
          "公民、法人或者其他组织认为行政机关在政府信息公开工作中侵犯其合法权益的，可以向上一级行政机关或者政府信息公开工作主管部门投诉、举报，"
              + "也可以依法申请行政复议或者提起行政诉讼。",
          "Whoever believes their rights infringed may complain to the authority above or the one in"
              + " charge of open government information, apply for reconsideration, or sue.");

  private RequestStatutes() {}

  private static LegalBasis of(String article, String articleEn, String text, String textEn) {
    return new LegalBasis(LAW, LAW_EN, article, articleEn, text, textEn);
  }
}
