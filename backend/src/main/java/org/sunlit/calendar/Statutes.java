package org.sunlit.calendar;

/**
 * The articles the counting rules rest on (期限计算的法律依据). Chinese texts are the law's own words, in
 * force on 2026-11-21; the English is a reading aid.
 */
public final class Statutes {
  private static final String LICENCE_LAW = "中华人民共和国行政许可法";
  private static final String LICENCE_LAW_EN = "Administrative Licence Law";
  private static final String CIVIL_CODE = "中华人民共和国民法典";
  private static final String CIVIL_CODE_EN = "Civil Code";

  /** 行政许可法第三十二条第一款第四项: what is missing is said once within five days (一次告知补正). */
  public static final LegalBasis CORRECTION =
      new LegalBasis(
          LICENCE_LAW,
          LICENCE_LAW_EN,
          "第三十二条第一款第四项",
          "art. 32(1)(4)",
          "申请材料不齐全或者不符合法定形式的，应当当场或者在五日内一次告知申请人需要补正的全部内容，" + "逾期不告知的，自收到申请材料之日起即为受理；",
          "When materials are incomplete or not in due form, the applicant is told at once or within"
              + " five days, in one go, of everything to be corrected; failing that, the"
              + " application counts as accepted from the day its materials were received.");

  /** 行政许可法第四十二条第一款: twenty days, once ten more with approval (延长十日). */
  public static final LegalBasis DECISION =
      new LegalBasis(
          LICENCE_LAW,
          LICENCE_LAW_EN,
          "第四十二条第一款",
          "art. 42(1)",
          "除可以当场作出行政许可决定的外，行政机关应当自受理行政许可申请之日起二十日内作出行政许可决定。"
              + "二十日内不能作出决定的，经本行政机关负责人批准，可以延长十日，并应当将延长期限的理由告知申请人。"
              + "但是，法律、法规另有规定的，依照其规定。",
          "Unless a decision can be made on the spot, it is made within twenty days from the day of"
              + " acceptance. When that cannot be done, ten more days may be given with the"
              + " approval of the head of the authority, and the applicant is told why. Where"
              + " statutes provide otherwise, they apply.");

  /** 行政许可法第四十四条: the certificate is delivered within ten days (十日内颁发、送达). */
  public static final LegalBasis DELIVERY =
      new LegalBasis(
          LICENCE_LAW,
          LICENCE_LAW_EN,
          "第四十四条",
          "art. 44",
          "行政机关作出准予行政许可的决定，应当自作出决定之日起十日内向申请人颁发、送达行政许可证件，" + "或者加贴标签、加盖检验、检测、检疫印章。",
          "When a licence is granted, the certificate is issued and delivered within ten days from"
              + " the day of the decision, or the label or seal of inspection affixed.");

  /** 行政许可法第四十五条: what a hearing, a test or an expert review takes is not counted. */
  public static final LegalBasis TIME_NOT_COUNTED =
      new LegalBasis(
          LICENCE_LAW,
          LICENCE_LAW_EN,
          "第四十五条",
          "art. 45",
          "行政机关作出行政许可决定，依法需要听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审的，" + "所需时间不计算在本节规定的期限内。行政机关应当将所需时间书面告知申请人。",
          "When a decision by law requires a hearing, tender, auction, inspection, testing,"
              + " quarantine, appraisal or expert review, the time it takes is not counted in the"
              + " limits of this section. The applicant is told in writing how long it takes.");

  /** 行政许可法第八十二条: limits are in working days (以工作日计算). */
  public static final LegalBasis WORKING_DAYS =
      new LegalBasis(
          LICENCE_LAW,
          LICENCE_LAW_EN,
          "第八十二条",
          "art. 82",
          "本法规定的行政机关实施行政许可的期限以工作日计算，不含法定节假日。",
          "The limits this law sets for administrative licences are counted in working days,"
              + " statutory holidays not included.");

  /** 民法典第二百零一条: the first day is not counted; hours run from their start (开始的当日不计入). */
  public static final LegalBasis FIRST_DAY =
      new LegalBasis(
          CIVIL_CODE,
          CIVIL_CODE_EN,
          "第二百零一条",
          "art. 201",
          "按照年、月、日计算期间的，开始的当日不计入，自下一日开始计算。" + "按照小时计算期间的，自法律规定或者当事人约定的时间开始计算。",
          "Where a period is counted in years, months or days, the day on which it begins does not"
              + " count and it runs from the next day. Where it is counted in hours, it runs from"
              + " the time the law or the parties set.");

  /** 民法典第二百零三条: a last day of rest moves to the day after; it ends at 24:00 (顺延). */
  public static final LegalBasis LAST_DAY =
      new LegalBasis(
          CIVIL_CODE,
          CIVIL_CODE_EN,
          "第二百零三条",
          "art. 203",
          "期间的最后一日是法定休假日的，以法定休假日结束的次日为期间的最后一日。" + "期间的最后一日的截止时间为二十四时；有业务时间的，停止业务活动的时间为截止时间。",
          "Where the last day of a period is a statutory day of rest, the day after the rest ends is"
              + " the last day. The last day ends at twenty-four hours; where there are business"
              + " hours, when business ends.");

  private Statutes() {}
}
