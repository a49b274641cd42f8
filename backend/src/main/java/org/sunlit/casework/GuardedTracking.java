package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.sunlit.casework.rules.CaseNumbers;
import org.sunlit.edge.Address;
import org.sunlit.edge.Guesses;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/**
 * Everything that is opened by a case number and its code, kept from being guessed: only wrong ones
 * count (ADR 0061).
 */
@ApplicationScoped
class GuardedTracking {
  private final Tracking tracking;
  private final Guesses guesses;

  GuardedTracking(Tracking tracking, Guesses guesses) {
    this.tracking = tracking;
    this.guesses = guesses;
  }

  /**
   * As {@link Tracking#find}.
   *
   * @return fails with 429 after too many wrong codes for this case from this address
   */
  Uni<Optional<PrebuiltTrackedCase>> find(Address from, String typedNumber, String typedCode) {
    Optional<Problem> wait = wait(from, typedNumber);
    if (wait.isPresent()) {
      return Uni.createFrom().failure(wait.get());
    }
    return tracking
        .find(typedNumber, typedCode)
        .invoke(
            found -> {
              if (found.isEmpty()) {
                wrong(from, typedNumber);
              }
            });
  }

  /** Work that answers 404 when number and code don't go together. */
  <T> Uni<T> guarded(Address from, String typedNumber, Supplier<Uni<T>> work) {
    Optional<Problem> wait = wait(from, typedNumber);
    if (wait.isPresent()) {
      return Uni.createFrom().failure(wait.get());
    }
    return work.get()
        .onFailure(GuardedTracking::isNotFound)
        .invoke(notFound -> wrong(from, typedNumber));
  }

  /** A number that can't be one is a slip: there is nothing behind it to be guessed at. */
  private Optional<Problem> wait(Address from, String typedNumber) {
    if (guesses.quiet()) {
      return Optional.empty();
    }
    OptionalLong seconds =
        CaseNumbers.read(typedNumber)
            .map(number -> guesses.mustWait(from, number))
            .orElseGet(OptionalLong::empty);
    return seconds.isPresent()
        ? Optional.of(Guesses.mustWaitProblem(seconds.getAsLong()))
        : Optional.empty();
  }

  private void wrong(Address from, String typedNumber) {
    CaseNumbers.read(typedNumber).ifPresent(number -> guesses.wrong(from, number));
  }

  private static boolean isNotFound(Throwable failure) {
    return failure instanceof Problem problem && problem.type() == ProblemType.NOT_FOUND;
  }
}
