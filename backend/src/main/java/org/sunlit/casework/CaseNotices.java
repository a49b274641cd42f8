package org.sunlit.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sunlit.casework.rules.CaseEvent;
import org.sunlit.casework.rules.CaseEventKind;
import org.sunlit.casework.rules.GreenMark;
import org.sunlit.casework.rules.ReviewDecision;
import org.sunlit.casework.rules.Standing;
import org.sunlit.notice.Notice;
import org.sunlit.notice.NoticeText;
import org.sunlit.notice.Reach;
import org.sunlit.notice.Topic;
import org.sunlit.platform.CityTime;
import org.sunlit.powerlist.flow.FlowLanguage;
import org.sunlit.problem.Localised;

/**
 * What an applicant is told, and when (C3, C6, C7): that a case is accepted and by when it is due,
 * everything that is missing, why the clock stands still, and how it ended; and for those who want
 * to know, every step in between. Pure.
 */
final class CaseNotices {
  private final CaseNow now;
  private final Reach reach;

  private CaseNotices(CaseNow now, Reach reach) {
    this.now = now;
    this.reach = reach;
  }

  /** What the last event tells the applicant, if anything that they want or have to know. */
  static Optional<Notice> of(CaseNow now, Reach reach) {
    return Optional.of(new CaseNotices(now, reach).tell()).filter(Notice::goes);
  }

  private Notice tell() {
    return turned()
        .or(this::promised)
        .or(this::ended)
        .or(this::accepted)
        .or(this::pausedNow)
        .orElseGet(this::underWay);
  }

  /** What turns the whole case is told, whatever step it is in then. */
  private Optional<Notice> turned() {
    CaseEvent event = now.lastEvent();
    return event.change() == null ? Optional.empty() : Optional.of(underWay());
  }

  private Notice underWay() {
    CaseEvent event = now.lastEvent();
    return switch (event.kind()) {
      case SUBMITTED -> progress("case.submitted");
      case CORRECTION_REQUESTED -> required("case.correction", event.missing().size());
      case ORIGINALS_REQUESTED -> required("case.originals", event.missing().size());
      case ORIGINALS_RECEIVED -> progress("case.originals-received");
      case GREEN_MARKED -> green(event);
      case REOPENED -> reopened(event);
      case MIGRATED -> dueBy("case.migrated");
      case SUPPLEMENTED -> progress("case.supplemented");
      case RESUMED -> progress("case.resumed");
      case WITHDRAWN -> progress("case.withdrawn");
      case EXTENDED -> extended(event);
      case ACCEPTED,
          DEEMED_ACCEPTED,
          ADVANCED,
          RETURNED,
          DECIDED,
          PAUSED,
          REFUSED,
          CLOSED,
          LATE_MATERIALS,
          PROMISE_BROKEN,
          REVOKED ->
          step();
    };
  }

  /** What came late came to a case that stays as it is, and so isn't told of again. */
  private Optional<Notice> promised() {
    return now.lastEvent().kind() == CaseEventKind.LATE_MATERIALS
        ? Optional.of(progress("case.late-materials"))
        : Optional.empty();
  }

  /** The clock stands still since this event, whatever it was. */
  private Optional<Notice> pausedNow() {
    return now.standing()
        .pausedOn()
        .filter(pause -> pause.since().equals(now.lastEvent().at()))
        .map(
            pause ->
                required(
                    "case.paused",
                    new Localised(pause.ground(), pause.groundEn()),
                    pause.article()));
  }

  /** How it ended, if it did. */
  private Optional<Notice> ended() {
    String reason = Optional.ofNullable(now.lastEvent().reason()).orElse("—");
    return switch (now.standing().state()) {
      case GRANTED -> Optional.of(required("case.granted"));
      case REFUSED -> Optional.of(required("case.refused", reason));
      case NOT_ACCEPTED -> Optional.of(required("case.not-accepted", reason));
      case REVOKED -> Optional.of(required("case.revoked", reason));
      case SUBMITTED, IN_CORRECTION, IN_PROGRESS, PAUSED, WITHDRAWN -> Optional.empty();
    };
  }

  private Optional<Notice> accepted() {
    return switch (now.lastEvent().kind()) {
      case ACCEPTED -> Optional.of(dueBy("case.accepted"));
      case DEEMED_ACCEPTED -> Optional.of(dueBy("case.deemed-accepted"));
      case SUBMITTED,
          REFUSED,
          CORRECTION_REQUESTED,
          ORIGINALS_REQUESTED,
          ORIGINALS_RECEIVED,
          GREEN_MARKED,
          REOPENED,
          MIGRATED,
          SUPPLEMENTED,
          ADVANCED,
          RETURNED,
          PAUSED,
          RESUMED,
          EXTENDED,
          DECIDED,
          CLOSED,
          WITHDRAWN,
          LATE_MATERIALS,
          PROMISE_BROKEN,
          REVOKED ->
          Optional.empty();
    };
  }

  /** By when, where a clock runs; the same without a day, where none does. */
  private Notice dueBy(String key) {
    return due().map(due -> required(key, due)).orElseGet(() -> required(key + "-open"));
  }

  /** The applicant is told why (行政许可法第四十二条第一款). */
  private Notice extended(CaseEvent event) {
    int days = event.extendedBy().amount();
    String reason = Optional.ofNullable(event.reason()).orElse("—");
    return due()
        .map(due -> required("case.extended", days, reason, due))
        .orElseGet(() -> required("case.extended-open", days, reason));
  }

  private Notice green(CaseEvent event) {
    GreenMark mark = event.change().green();
    Localised ground = new Localised(mark.name(), mark.nameEn());
    return now.standing().accepted() && due().isPresent()
        ? required("case.green", ground, due().get())
        : required("case.green-open", ground);
  }

  /** By whose decision, and by when it is due now. */
  private Notice reopened(CaseEvent event) {
    ReviewDecision review = event.change().review();
    return due()
        .map(due -> required("case.reopened", review.authority(), review.documentNumber(), due))
        .orElseGet(
            () -> required("case.reopened-open", review.authority(), review.documentNumber()));
  }

  private Optional<LocalDate> due() {
    return now.deadlines().dueAt().map(due -> due.atZone(CityTime.ZONE).toLocalDate());
  }

  private Notice step() {
    Standing standing = now.standing();
    return progress(
        "case.step",
        new Localised(
            standing.currentStepName(FlowLanguage.ZH), standing.currentStepName(FlowLanguage.EN)));
  }

  private Notice required(String key, Object... said) {
    return notice(Topic.REQUIRED, key, said);
  }

  private Notice progress(String key, Object... said) {
    return notice(Topic.PROGRESS, key, said);
  }

  private Notice notice(Topic topic, String key, Object... said) {
    List<Object> args = new ArrayList<>();
    args.add(new Localised(now.basis().item().name(), now.basis().item().nameEn()));
    args.add(now.number());
    args.addAll(List.of(said));
    return new Notice(
        now.number(),
        "case " + now.lastEvent().number(),
        topic,
        NoticeText.of(key, args.toArray()),
        reach,
        null);
  }
}
