package org.sunlit.promise;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.sunlit.api.model.CreditEntry;
import org.sunlit.api.model.CreditRequestState;
import org.sunlit.api.model.DepartmentReference;
import org.sunlit.platform.CityTime;
import org.sunlit.promise.rules.CreditAsk;
import org.sunlit.promise.rules.CreditStanding;

/** Credit entries in the contract's shape. */
final class CreditShapes {
  /** Who reads an entry. */
  enum Reader {
    /** Whoever it is about. */
    PERSON,
    /** Staff who may answer what was asked. */
    ANSWERING,
    /** Anybody else who may see it. */
    OTHER
  }

  private CreditShapes() {}

  static List<CreditEntry> all(List<CreditEntryRecord> entries, Reader reader, Instant now) {
    return entries.stream().map(entry -> one(entry, reader, now)).toList();
  }

  static CreditEntry one(CreditEntryRecord entry, Reader reader, Instant now) {
    CreditStanding standing = entry.standing();
    LocalDate today = CreditStore.today(now);
    return new CreditEntry()
        .id(entry.id())
        .caseNumber(entry.caseNumber())
        .itemName(entry.itemName())
        .itemNameEn(entry.itemNameEn())
        .department(
            new DepartmentReference()
                .code(entry.departmentCode())
                .name(entry.departmentName())
                .nameEn(entry.departmentNameEn()))
        .kind(CreditEntry.KindEnum.fromString(entry.kind().code()))
        .piece(entry.pieceName())
        .pieceEn(entry.pieceNameEn())
        .applicantMasked(entry.applicantMasked())
        .enteredAt(CityTime.offset(standing.enteredAt()))
        .counts(standing.counts(today))
        .periodEnds(standing.periodEnds())
        .madeGoodAt(CityTime.offset(standing.madeGoodAt()))
        .removed(standing.removed())
        .contest(asked(standing.contest(), reader))
        .repair(asked(standing.repair(), reader))
        .possible(possible(entry, standing, reader, today))
        .version(entry.version());
  }

  /** What its person and the department said to each other is theirs. */
  private static CreditRequestState asked(CreditAsk ask, Reader reader) {
    boolean theirs = reader != Reader.OTHER;
    return new CreditRequestState()
        .state(CreditRequestState.StateEnum.fromString(ask.state().code()))
        .askedAt(CityTime.offset(ask.askedAt()))
        .dueOn(ask.dueOn())
        .reason(theirs ? ask.reason() : null)
        .answer(theirs ? ask.answer() : null)
        .answeredAt(CityTime.offset(ask.answeredAt()));
  }

  private static List<CreditEntry.PossibleEnum> possible(
      CreditEntryRecord entry, CreditStanding standing, Reader reader, LocalDate today) {
    List<CreditEntry.PossibleEnum> possible = new ArrayList<>();
    switch (reader) {
      case PERSON -> {
        if (standing.mayContest(today)) {
          possible.add(CreditEntry.PossibleEnum.CONTEST);
        }
        if (entry.mayAskForRepair()) {
          possible.add(CreditEntry.PossibleEnum.REPAIR);
        }
      }
      case ANSWERING -> {
        if (standing.contest().open()) {
          possible.add(CreditEntry.PossibleEnum.ANSWER_CONTEST);
        }
        if (standing.repair().open()) {
          possible.add(CreditEntry.PossibleEnum.ANSWER_REPAIR);
        }
      }
      case OTHER -> {
        // They look.
      }
    }
    return possible;
  }
}
