package org.sunlit.casework;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.sunlit.casework.rules.CaseEvent;
import org.sunlit.casework.rules.CaseEventKind;
import org.sunlit.notice.Notice;
import org.sunlit.platform.CityTime;

/**
 * What an applicant is told, and when (C3, C6, C7): that a case is accepted and by when it is due,
 * everything that is missing, why the clock stands still, and how it ended. Pure.
 */
final class CaseNotices {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
  private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ISO_LOCAL_DATE;

  private final CaseNow now;
  private final String item;
  private final String itemEn;

  private CaseNotices(CaseNow now) {
    this.now = now;
    this.item = "您申请的“" + now.basis().item().name() + "”（" + now.number() + "）";
    String nameEn = now.basis().item().nameEn();
    this.itemEn =
        "Your application for “"
            + (nameEn == null ? now.basis().item().name() : nameEn)
            + "” ("
            + now.number()
            + ") ";
  }

  /** What the last event tells the applicant, if anything. */
  static Optional<Notice> of(CaseNow now) {
    return new CaseNotices(now).tell();
  }

  private Optional<Notice> tell() {
    CaseEvent event = now.lastEvent();
    return switch (now.standing().state()) {
      case GRANTED -> sms("已办结。", "is closed.");
      case REFUSED -> sms("未获准予。理由：" + reason(event), "was not granted. Reason: " + reason(event));
      case NOT_ACCEPTED ->
          sms("不予受理。理由：" + reason(event), "was not accepted. Reason: " + reason(event));
      case WITHDRAWN, SUBMITTED -> Optional.empty();
      case IN_CORRECTION ->
          sms(
              "有" + event.missing().size() + "项需要补正，请凭查询码登录办件查询一次补齐。",
              "lacks "
                  + event.missing().size()
                  + " thing(s); please look at the tracking page and hand them in.");
      case IN_PROGRESS, PAUSED -> underWay(event);
    };
  }

  private Optional<Notice> underWay(CaseEvent event) {
    if (event.kind() == CaseEventKind.ACCEPTED) {
      return accepted("已受理", "has been accepted");
    }
    if (event.kind() == CaseEventKind.DEEMED_ACCEPTED) {
      return accepted(
          "逾期未告知，依法自收到申请材料之日起视为受理（行政许可法第三十二条）",
          "was not answered in time, so by law it counts as accepted from the day its materials were"
              + " received (Administrative Licence Law, art. 32)");
    }
    if (event.kind() == CaseEventKind.EXTENDED) {
      return extended(event);
    }
    return now.standing()
        .pausedOn()
        .filter(pause -> pause.since().equals(event.at()))
        .map(
            pause ->
                notice(
                    null,
                    "因" + pause.ground() + "暂停计时，所需时间不计入办理期限（" + pause.article() + "）。",
                    "stands still for: "
                        + pause.groundEn()
                        + "; the time it takes is not counted ("
                        + pause.article()
                        + ")."));
  }

  private Optional<Notice> accepted(String zh, String en) {
    return due()
        .map(
            due ->
                sms(
                    zh + "，承诺最迟于" + DAY.format(due) + "办结。",
                    en + " and is due by " + DAY_EN.format(due) + "."))
        .orElseGet(() -> sms(zh + "。", en + "."));
  }

  private Optional<Notice> extended(CaseEvent event) {
    String zh = "经批准延长办理期限" + event.extendedBy().amount() + "日，理由：" + reason(event);
    String en =
        "has been given " + event.extendedBy().amount() + " more days. Reason: " + reason(event);
    return due()
        .map(
            due ->
                sms(
                    zh + "。最迟于" + DAY.format(due) + "办结。",
                    en + ". It is due by " + DAY_EN.format(due) + "."))
        .orElseGet(() -> sms(zh + "。", en + "."));
  }

  private Optional<ZonedDateTime> due() {
    return now.deadlines().dueAt().map(due -> due.atZone(CityTime.ZONE));
  }

  private static String reason(CaseEvent event) {
    return event.reason() == null ? "—" : event.reason();
  }

  private Optional<Notice> sms(String zh, String en) {
    String phone = now.stored().applicant().phone();
    return Optional.of(notice(phone.startsWith("1") ? phone : null, zh, en));
  }

  private Notice notice(String phone, String zh, String en) {
    return new Notice(now.number(), phone, item + zh, itemEn + en);
  }
}
