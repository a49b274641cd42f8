package org.sunlit.rating;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.sunlit.casework.CaseHolders;
import org.sunlit.edge.Address;
import org.sunlit.edge.Guesses;
import org.sunlit.privacy.BlindIndex;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;
import org.sunlit.rating.rules.Channel;

/**
 * Finds out whether somebody may rate a case: by its tracking code, by the code of a message, by an
 * account, or at a terminal by the telephone left with the application. Whatever is wrong, the
 * answer is the same.
 */
@ApplicationScoped
class Raters {
  /** A case that somebody holds, and how they showed it. */
  record Rater(RatedCase of, Channel channel, UUID terminal) {}

  private final CaseHolders holders;
  private final RatedCases cases;
  private final Terminals terminals;
  private final Guesses guesses;
  private final BlindIndex blind;

  Raters(
      CaseHolders holders,
      RatedCases cases,
      Terminals terminals,
      Guesses guesses,
      BlindIndex blind) {
    this.holders = holders;
    this.cases = cases;
    this.terminals = terminals;
    this.guesses = guesses;
    this.blind = blind;
  }

  /** By the tracking code, or the code of the message. */
  Uni<Rater> withCode(Address from, String typedNumber, String typedCode) {
    Optional<String> message = RatingCodes.read(typedCode);
    Optional<String> number = holders.number(typedNumber);
    if (message.isEmpty() || number.isEmpty()) {
      return holders
          .holds(from, typedNumber, typedCode)
          .chain(held -> held ? ended(number.orElseThrow()) : Uni.createFrom().failure(unknown()))
          .map(ended -> new Rater(ended, Channel.LINK, null));
    }
    return guarded(
        from,
        number.get(),
        found ->
            RatingCodes.equal(
                found.codeHash(), RatingCodes.hash(blind.tokens(), number.get(), message.get())),
        new RaterBy(Channel.SMS, null));
  }

  /** By an account. */
  Uni<Rater> withAccount(String account, String caseNumber) {
    return holders
        .owns(account, caseNumber)
        .chain(own -> own ? ended(caseNumber) : Uni.createFrom().failure(unknown()))
        .map(ended -> new Rater(ended, Channel.ACCOUNT, null));
  }

  /** At a terminal that shows the case, by the end of the telephone's number. */
  Uni<Rater> atTerminal(Address from, UUID terminal, String caseNumber, String phoneEnding) {
    return terminals
        .shows(terminal, caseNumber)
        .chain(shown -> shown ? holders.telephone(caseNumber) : Uni.createFrom().failure(unknown()))
        .chain(
            phone ->
                guarded(
                    from,
                    caseNumber,
                    found -> phone.isPresent() && phone.get().endsWith(phoneEnding),
                    new RaterBy(Channel.TERMINAL, terminal)));
  }

  private record RaterBy(Channel channel, UUID terminal) {}

  private Uni<Rater> guarded(
      Address from, String number, Function<RatedCase, Boolean> right, RaterBy by) {
    OptionalLong seconds = guesses.mustWait(from, number);
    if (seconds.isPresent()) {
      return Uni.createFrom().failure(Guesses.mustWaitProblem(seconds.getAsLong()));
    }
    return cases
        .find(number)
        .map(
            found ->
                found
                    .filter(right::apply)
                    .map(held -> new Rater(held, by.channel(), by.terminal()))
                    .orElseThrow(Raters::unknown))
        .onFailure(Problem.class)
        .invoke(wrong -> guesses.wrong(from, number));
  }

  /** A case that is theirs and goes on can't be rated yet. */
  private Uni<RatedCase> ended(String number) {
    return cases
        .find(number)
        .map(
            found ->
                found.orElseThrow(
                    () -> Problem.of(ProblemType.CONFLICT).detail("rating.not-ended")));
  }

  private static Problem unknown() {
    return Problem.of(ProblemType.NOT_FOUND).detail("tracking.not-found");
  }
}
