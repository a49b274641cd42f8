package org.sunlit.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import org.sunlit.casework.rules.TrackingCodes;
import org.sunlit.edge.Address;
import org.sunlit.edge.Guesses;
import org.sunlit.edge.NumberCodes;
import org.sunlit.privacy.BlindIndex;
import org.sunlit.problem.Problem;

/** Whether somebody holds a complaint's tracking code; the code itself is nowhere. */
@ApplicationScoped
class ComplaintCodes {
  private final NumberCodes codes;

  ComplaintCodes(BlindIndex blind, Guesses guesses) {
    this.codes = new NumberCodes(blind, guesses, "complaint code", "complaint.not-found");
  }

  byte[] hash(String number, String code) {
    return codes.hash(number, code);
  }

  /** Fails with 404 when this isn't the code of that complaint, counting wrong ones. */
  void prove(Address from, ComplaintRecord complaint, String typedCode) {
    codes.prove(
        from, complaint.number(), complaint.codeHash(), TrackingCodes.read(typedCode).orElse(""));
  }

  /** Fails with 429 when too many wrong codes came lately; gives the number as it is written. */
  String mayTry(Address from, String typedNumber) {
    return codes.mayTry(from, typedNumber);
  }

  Problem unknown(Address from, String number) {
    return codes.unknown(from, number);
  }

  static String number(String typed) {
    return NumberCodes.number(typed);
  }
}
