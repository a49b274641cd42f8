package org.sunlit.supervision.rules;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.sunlit.charge.rules.Tariff;

/**
 * What an event of the journal tells, as far as supervision looks at it: the rooms write it, each
 * its part. Old events lack some of it; what is missing is null or empty, and a rule that needs it
 * says nothing.
 *
 * @param event what happened to a case; null for events of charges and of the credit record
 * @param state of the case after it
 * @param handling how it is handled, such as {@code instant} (即办件)
 * @param dueAt when the case is due; null while no clock runs
 * @param reasoned whether a reason was given; null where it isn't known
 * @param step the step it was done in
 * @param drawn the steps that the flow draws after that one
 * @param live the steps at work after it; null where that isn't known
 * @param before the last working days before the day it is due, the nearest first
 * @param published what the power list says of the item; with the first event and after a move
 * @param entry of the credit record (信用记录), to which something happened
 * @param day by when what was asked for is to be answered
 * @param billNumber of the bill that was assessed or paid
 * @param fees what was assessed
 * @param amountFen what was paid
 * @param paper the official document 文书 that was issued, or that a seal was set to
 * @param clock what a complaint is due for: {@code screening}, {@code reply}
 * @param handler who has a complaint in hand; null while nobody has
 * @param hiddenFrom accounts that a complaint is about
 * @param marked a month's ratings with signs of coercion
 * @param unattended a window that nobody was at
 * @param inTime of clocks that had stopped late, those that were in time by another calendar
 */
public record Told(
    Happened event,
    String state,
    String itemCode,
    String departmentCode,
    String regionCode,
    String handling,
    Instant dueAt,
    Boolean reasoned,
    Step step,
    List<String> drawn,
    List<Live> live,
    List<LocalDate> before,
    Published published,
    String entry,
    LocalDate day,
    String billNumber,
    List<Fee> fees,
    Long amountFen,
    Paper paper,
    String clock,
    String handler,
    Set<String> hiddenFrom,
    Marked marked,
    Unattended unattended,
    List<InTime> inTime) {
  public Told {
    before = before == null ? List.of() : before;
    fees = fees == null ? List.of() : fees;
    inTime = inTime == null ? List.of() : inTime;
    hiddenFrom = hiddenFrom == null ? Set.of() : hiddenFrom;
  }

  /** Whether the case has ended (办结), however it did. */
  public boolean ended() {
    return state != null
        && switch (state) {
          case "submitted", "inCorrection", "inProgress", "paused" -> false;
          default -> true;
        };
  }

  /** Whether it waits: 停表 by hand, or it is the applicant's turn 补正. */
  public boolean waits() {
    return "paused".equals(state) || "inCorrection".equals(state);
  }

  /** What happened to a case, without words. */
  public record Happened(
      String stepId,
      String toStepId,
      String outcome,
      Person by,
      Person confirmedBy,
      String ground,
      String article,
      Extension extendedBy,
      List<Missing> missing,
      List<String> materials,
      boolean riskConfirmed) {
    public Happened {
      missing = missing == null ? List.of() : missing;
      materials = materials == null ? List.of() : materials;
    }
  }

  /** Who did it; an applicant has neither name nor post. */
  public record Person(String account, String name, String post, String authorisation) {
    /** Whether somebody of the authority did it: not the applicant, and not the law itself. */
    public boolean official() {
      return account != null && (name != null || post != null);
    }
  }

  /** By how much a limit was extended. */
  public record Extension(int amount, String unit) {}

  /** One thing that was missing; the code is null when it concerns none of the item's materials. */
  public record Missing(String materialCode) {}

  /** The step it was done in. */
  public record Step(String kind, String post, boolean graveRisk) {}

  /**
   * An official document 文书.
   *
   * @param number null where a seal was set to no document
   * @param act the kind of the case's act that it was issued with; null where there is none
   * @param sealed whether the register of seal uses 用印登记 says that it was sealed
   */
  public record Paper(String number, String title, String titleEn, String act, boolean sealed) {}

  /**
   * What a month's ratings of a department come to, nothing of it about one of them (背对背).
   *
   * @param ratings all of them
   * @param signed those with a sign that they weren't freely given
   */
  public record Marked(String month, int ratings, int signed) {}

  /**
   * A window without anybody in its hours.
   *
   * @param account who was to be there; null where nobody alone was
   * @param minutes how long by now
   */
  public record Unattended(
      String account,
      String post,
      String window,
      String windowEn,
      String place,
      String placeEn,
      Instant since,
      int minutes) {}

  /**
   * A clock that wasn't late after all.
   *
   * @param id of what had been found of it
   */
  public record InTime(UUID id, Instant dueAt) {}

  /** A step at work. */
  public record Live(
      String stepId,
      String name,
      String nameEn,
      String post,
      Instant enteredAt,
      Instant dueAt,
      List<LocalDate> before) {
    public Live {
      before = before == null ? List.of() : before;
    }
  }

  /** What the power list says of the item (清单). */
  public record Published(String status, boolean licence, List<String> materials) {}

  /**
   * A fee as it was assessed.
   *
   * @param exemption code of what it was reduced by; null for none
   * @param items which items the standard is for
   * @param status whether the standard is in force; null where that isn't known
   * @param tariff the standard's own; null where that isn't known
   */
  public record Fee(
      String feeCode,
      List<BigDecimal> quantities,
      long fullFen,
      long amountFen,
      String exemption,
      List<String> items,
      String status,
      Tariff tariff) {}
}
