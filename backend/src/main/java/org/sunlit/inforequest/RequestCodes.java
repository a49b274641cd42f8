package org.sunlit.inforequest;

import jakarta.enterprise.context.ApplicationScoped;
import org.sunlit.casework.rules.TrackingCodes;
import org.sunlit.edge.Address;
import org.sunlit.edge.Guesses;
import org.sunlit.edge.NumberCodes;
import org.sunlit.privacy.BlindIndex;
import org.sunlit.problem.Problem;

/** Whether somebody holds a request's tracking code; the code itself is nowhere. */
@ApplicationScoped
class RequestCodes {
  private final NumberCodes codes;

  RequestCodes(BlindIndex blind, Guesses guesses) {
    this.codes = new NumberCodes(blind, guesses, "info request code", "inforequest.not-found");
  }

  byte[] hash(String number, String code) {
    return codes.hash(number, code);
  }

  /** Fails with 404 when this isn't the code of that request, counting wrong ones. */
  RequestRecord proved(Address from, RequestRecord request, String typedCode) {
    String code = TrackingCodes.read(typedCode).orElse("");
    codes.prove(from, request.number(), request.codeHash(), code);
    return request;
  }

  /** Fails with 429 when too many wrong codes came lately; gives the number as it is written. */
  String mayTry(Address from, String typedNumber) {
    return codes.mayTry(from, typedNumber);
  }

  Problem unknown(Address from, String number) {
    return codes.unknown(from, number);
  }
}
