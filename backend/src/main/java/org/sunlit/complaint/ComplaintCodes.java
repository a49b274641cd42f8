package org.sunlit.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.Locale;
import org.sunlit.casework.rules.TrackingCodes;
import org.sunlit.edge.Address;
import org.sunlit.edge.Guesses;
import org.sunlit.privacy.BlindIndex;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Whether somebody holds a complaint's tracking code; the code itself is nowhere. */
@ApplicationScoped
class ComplaintCodes {
  private static final String CODE = "complaint code";

  private final BlindIndex blind;
  private final Guesses guesses;

  ComplaintCodes(BlindIndex blind, Guesses guesses) {
    this.blind = blind;
    this.guesses = guesses;
  }

  byte[] hash(String number, String code) {
    return blind.tokens().of(CODE, number + "/" + code);
  }

  /** Fails with 404 when this isn't the code of that complaint, counting wrong ones. */
  void prove(Address from, ComplaintRecord complaint, String typedCode) {
    byte[] asked = hash(complaint.number(), TrackingCodes.read(typedCode).orElse(""));
    if (!MessageDigest.isEqual(complaint.codeHash(), asked)) {
      throw unknown(from, complaint.number());
    }
  }

  /** Fails with 429 when too many wrong codes came lately; gives the number as it is written. */
  String mayTry(Address from, String typedNumber) {
    String number = number(typedNumber);
    guesses
        .mustWait(from, number)
        .ifPresent(
            seconds -> {
              throw Guesses.mustWaitProblem(seconds);
            });
    return number;
  }

  Problem unknown(Address from, String number) {
    guesses.wrong(from, number);
    return Problem.of(ProblemType.NOT_FOUND).detail("complaint.not-found");
  }

  static String number(String typed) {
    return typed.strip().toUpperCase(Locale.ROOT);
  }
}
