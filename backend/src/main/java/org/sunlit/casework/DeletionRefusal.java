package org.sunlit.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sunlit.privacy.DataKey;
import org.sunlit.problem.FieldProblem;

/**
 * Why a deletion is refused; whoever refuses has to give the reasons (个人信息保护法第五十条).
 *
 * @param keptUntil the last day the records have to be kept; null unless that is the ground
 * @param words the reasons as the person is told them; null when the case's key has been destroyed
 */
record DeletionRefusal(DeletionGround ground, LocalDate keptUntil, String words) {
  private static final String PLACE = "deletion_request/";

  /** What is wrong with it, on the day it is proposed; empty when nothing is. */
  Optional<FieldProblem> objection(LocalDate today) {
    if (words.isBlank()) {
      return Optional.of(wrong("/words", "field.not-blank"));
    }
    if (ground == DeletionGround.RETENTION_PERIOD) {
      return keptUntil == null
          ? Optional.of(wrong("/keptUntil", "deletion.until-when"))
          : keptUntil.isBefore(today)
              ? Optional.of(wrong("/keptUntil", "deletion.until-past"))
              : Optional.empty();
    }
    return keptUntil == null
        ? Optional.empty()
        : Optional.of(wrong("/keptUntil", "deletion.until-without-period"));
  }

  private static FieldProblem wrong(String pointer, String key) {
    return new FieldProblem(pointer, key, List.of());
  }

  byte[] sealedWords(DataKey key, UUID request) {
    return key.sealWords(PLACE + request, words);
  }

  static String openWords(DataKey key, UUID request, byte[] sealed) {
    return key == null ? null : key.openWords(PLACE + request, sealed);
  }
}
