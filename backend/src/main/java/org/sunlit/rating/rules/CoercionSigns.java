package org.sunlit.rating.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for signs that a rating was not freely given. */
public final class CoercionSigns {
  private CoercionSigns() {}

  /** The signs, in the order of their kinds. */
  public static List<Sign> of(RatingFacts facts, SignLimits limits) {
    return Stream.of(
            burst(facts, limits),
            staffDevice(facts),
            staffNetwork(facts),
            tooSoon(facts, limits),
            streak(facts, limits))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Sign> burst(RatingFacts facts, SignLimits limits) {
    Instant since = facts.ratedAt().minus(limits.burstWithin());
    long together = 1 + facts.atTerminal().stream().filter(at -> !at.isBefore(since)).count();
    long minutes = limits.burstWithin().toMinutes();
    return sign(
        facts.channel() == Channel.TERMINAL && together >= limits.burst(),
        SignKind.TERMINAL_BURST,
        "同一终端%d分钟内收到%d次评价。".formatted(minutes, together),
        "%d ratings at one terminal within %d minutes.".formatted(together, minutes));
  }

  private static Optional<Sign> staffDevice(RatingFacts facts) {
    return sign(
        facts.channel().fromAfar() && facts.staffDevice(),
        SignKind.STAFF_DEVICE,
        "评价来自工作人员登录过的设备。",
        "It came from a device that one of the staff has signed in with.");
  }

  private static Optional<Sign> staffNetwork(RatingFacts facts) {
    return sign(
        facts.channel().fromAfar() && facts.staffAddress(),
        SignKind.STAFF_NETWORK,
        "评价不在终端上作出，却来自办公网络。",
        "It came from the offices' network, though not from a terminal.");
  }

  private static Optional<Sign> tooSoon(RatingFacts facts, SignLimits limits) {
    Duration after = Duration.between(facts.endedAt(), facts.ratedAt());
    long seconds = Math.max(0, after.toSeconds());
    return sign(
        facts.channel() == Channel.TERMINAL && after.compareTo(limits.tooSoon()) < 0,
        SignKind.TOO_SOON,
        "办结后%d秒即在窗口终端评价。".formatted(seconds),
        "Rated at the window's terminal %d seconds after the case had ended.".formatted(seconds));
  }

  private static Optional<Sign> streak(RatingFacts facts, SignLimits limits) {
    long before = facts.earlierAllBest().stream().takeWhile(best -> best).count();
    return sign(
        facts.grades().allBest() && before + 1 >= limits.streak(),
        SignKind.ALL_BEST,
        "同一工作人员连续%d次各项均获最好评价。".formatted(before + 1),
        "%d times in a row all the best for the same person.".formatted(before + 1));
  }

  private static Optional<Sign> sign(boolean seen, SignKind kind, String reason, String reasonEn) {
    return seen ? Optional.of(new Sign(kind, reason, reasonEn)) : Optional.empty();
  }
}
