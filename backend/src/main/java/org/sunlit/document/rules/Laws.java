package org.sunlit.document.rules;

import org.sunlit.calendar.LegalBasis;

/**
 * The articles that documents quote. Chinese texts are the laws' own words, in force on 2026-11-21;
 * the English is a reading aid. Those about time are in {@link org.sunlit.calendar.Statutes}.
 */
final class Laws {
  private static final String LICENCE = "中华人民共和国行政许可法";
  private static final String LICENCE_EN = "Administrative Licence Law";

  /** 行政许可法第三十二条第一款第五项. */
  static final LegalBasis ACCEPTANCE =
      new LegalBasis(
          LICENCE,
          LICENCE_EN,
          "第三十二条第一款第五项",
          "art. 32(1)(5)",
          "申请事项属于本行政机关职权范围，申请材料齐全、符合法定形式，或者申请人按照本行政机关的要求提交全部补正申请材料的，" + "应当受理行政许可申请。",
          "An application that is within the authority's powers, complete and in due form, or"
              + " corrected as the authority asked, is accepted.");

  /** 行政许可法第三十二条第一款第一项、第二项. */
  static final LegalBasis NON_ACCEPTANCE =
      new LegalBasis(
          LICENCE,
          LICENCE_EN,
          "第三十二条第一款第一项、第二项",
          "art. 32(1)(1) and (2)",
          "申请事项依法不需要取得行政许可的，应当即时告知申请人不受理；申请事项依法不属于本行政机关职权范围的，" + "应当即时作出不予受理的决定，并告知申请人向有关行政机关申请。",
          "Where by law no licence is needed, the applicant is told at once that the application is"
              + " not accepted; where the matter is not within the authority's powers, it decides"
              + " at once not to accept it and says which authority to turn to.");

  /** 行政许可法第三十二条第二款. */
  static final LegalBasis VOUCHER =
      new LegalBasis(
          LICENCE,
          LICENCE_EN,
          "第三十二条第二款",
          "art. 32(2)",
          "行政机关受理或者不予受理行政许可申请，应当出具加盖本行政机关专用印章和注明日期的书面凭证。",
          "Whether it accepts an application or not, the authority gives a dated writing under its"
              + " special seal.");

  /** 行政许可法第三十八条第一款. */
  static final LegalBasis GRANT =
      new LegalBasis(
          LICENCE,
          LICENCE_EN,
          "第三十八条第一款",
          "art. 38(1)",
          "申请人的申请符合法定条件、标准的，行政机关应当依法作出准予行政许可的书面决定。",
          "Where the application meets the conditions and standards set by law, the authority"
              + " grants the licence in writing.");

  /** 行政许可法第三十八条第二款. */
  static final LegalBasis REFUSAL =
      new LegalBasis(
          LICENCE,
          LICENCE_EN,
          "第三十八条第二款",
          "art. 38(2)",
          "行政机关依法作出不予行政许可的书面决定的，应当说明理由，并告知申请人享有依法申请行政复议或者提起行政诉讼的权利。",
          "A written decision not to grant a licence gives its reasons and tells the applicant of"
              + " the right to apply for reconsideration or to sue.");

  /** 行政许可法第四十七条第一款. */
  static final LegalBasis HEARING =
      new LegalBasis(
          LICENCE,
          LICENCE_EN,
          "第四十七条",
          "art. 47",
          "行政许可直接涉及申请人与他人之间重大利益关系的，行政机关在作出行政许可决定前，应当告知申请人、利害关系人享有要求听证的权利；"
              + "申请人、利害关系人在被告知听证权利之日起五日内提出听证申请的，行政机关应当在二十日内组织听证。"
              + "申请人、利害关系人不承担行政机关组织听证的费用。",
          "Where a licence directly concerns major interests between the applicant and others, the"
              + " authority tells them before deciding that they may ask for a hearing. If they ask"
              + " within five days of being told, it is held within twenty days. They bear none of"
              + " its cost.");

  /** 行政许可法第四十八条第一款第一项. */
  static final LegalBasis HEARING_PLACE =
      new LegalBasis(
          LICENCE,
          LICENCE_EN,
          "第四十八条第一款第一项",
          "art. 48(1)(1)",
          "行政机关应当于举行听证的七日前将举行听证的时间、地点通知申请人、利害关系人，必要时予以公告。",
          "Seven days before a hearing the authority tells the applicant and those concerned its"
              + " time and place, and publishes them where necessary.");

  /** 行政复议法（2023年修订）第二十条第一款. */
  static final LegalBasis RECONSIDERATION =
      new LegalBasis(
          "中华人民共和国行政复议法",
          "Administrative Reconsideration Law",
          "第二十条第一款",
          "art. 20(1)",
          "公民、法人或者其他组织认为行政行为侵犯其合法权益的，可以自知道或者应当知道该行政行为之日起六十日内提出行政复议申请；" + "但是法律规定的申请期限超过六十日的除外。",
          "Whoever considers their rights infringed by an administrative act may apply for"
              + " reconsideration within sixty days of the day they knew or should have known of"
              + " it, unless a law sets a longer time.");

  /** 行政诉讼法第四十六条第一款. */
  static final LegalBasis LITIGATION =
      new LegalBasis(
          "中华人民共和国行政诉讼法",
          "Administrative Litigation Law",
          "第四十六条第一款",
          "art. 46(1)",
          "公民、法人或者其他组织直接向人民法院提起诉讼的，应当自知道或者应当知道作出行政行为之日起六个月内提出。法律另有规定的除外。",
          "Whoever sues directly in a people's court does so within six months of the day they knew"
              + " or should have known of the act, unless a law provides otherwise.");

  private Laws() {}
}
