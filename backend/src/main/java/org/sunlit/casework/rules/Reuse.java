package org.sunlit.casework.rules;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What needn't be handed in because the city has it already: it issued it, or it was handed in with
 * an earlier application of the same person (免提交, B17). 优化营商环境条例第三十七条第二款、第三款: data is shared across
 * departments and electronic certificates are mutually recognised; 第四十四条第三款: proof is not asked for
 * again; 行政许可法第三十三条: authorities share what they know of licences. Pure.
 */
public final class Reuse {
  /**
   * A material an application can bring.
   *
   * @param fetched whether the department gets it from another one itself, so that nobody's copy
   *     stands for it
   */
  public record Wanted(String code, String name, boolean fetched) {}

  /**
   * Something of an earlier case of the person's.
   *
   * @param name what the item gives, for a decision; the material's name, for a file
   * @param at when it was issued or handed in
   */
  public record Held(
      ReuseKind kind, UUID id, String caseNumber, String name, Instant at, boolean stands) {}

  /** What a wanted material can be taken over from. */
  public record Offer(String code, Held held) {}

  /** Why something can't be taken over. */
  public enum Refusal {
    /** The person has nothing like it. */
    UNKNOWN,
    /** It doesn't stand any more: revoked, withdrawn, or its application failed. */
    FALLEN,
    /** It isn't what the material asks for. */
    UNFIT
  }

  private Reuse() {}

  /** Whether a decision that granted something still stands. */
  public static boolean decisionStands(CaseState state, boolean withdrawn) {
    return state == CaseState.GRANTED && !withdrawn;
  }

  /** Whether files of a case are good for another: not when what they were to prove failed. */
  public static boolean filesStand(CaseState state) {
    return switch (state) {
      case SUBMITTED, IN_CORRECTION, IN_PROGRESS, PAUSED, GRANTED, WITHDRAWN -> true;
      case REFUSED, NOT_ACCEPTED, REVOKED -> false;
    };
  }

  /** For each wanted material at most one: what the city issued itself first, then the latest. */
  public static List<Offer> offers(List<Wanted> wanted, List<Held> held) {
    return wanted.stream()
        .flatMap(
            one ->
                held.stream()
                    .filter(each -> each.stands() && fits(one, each))
                    .min(Comparator.comparing(Held::kind).thenComparing(Held::at, latest()))
                    .map(each -> new Offer(one.code(), each))
                    .stream())
        .toList();
  }

  /** Why this can't be taken over for that; empty when it can. */
  public static Optional<Refusal> refusal(Wanted wanted, Optional<Held> held) {
    if (held.isEmpty()) {
      return Optional.of(Refusal.UNKNOWN);
    }
    if (!fits(wanted, held.get())) {
      return Optional.of(Refusal.UNFIT);
    }
    return held.get().stands() ? Optional.empty() : Optional.of(Refusal.FALLEN);
  }

  private static boolean fits(Wanted wanted, Held held) {
    return MaterialNames.same(wanted.name(), held.name())
        && switch (held.kind()) {
          case DOCUMENT -> true;
          case FILE -> !wanted.fetched() && !MaterialNames.onceOnly(wanted.name());
        };
  }

  private static Comparator<Instant> latest() {
    return Comparator.reverseOrder();
  }
}
