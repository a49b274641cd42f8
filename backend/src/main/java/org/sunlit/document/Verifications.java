package org.sunlit.document;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.OptionalLong;
import org.sunlit.document.DocumentStore.Issued;
import org.sunlit.document.rules.CheckCodes;
import org.sunlit.document.rules.DocumentNumbers;
import org.sunlit.edge.Address;
import org.sunlit.edge.Guesses;

/**
 * Says whether a document is genuine, to whoever has its number and its code. Wrong codes are
 * counted as those of tracking are: a code has forty bits, and a number can be tried ten times in
 * ten minutes from one address (ADR 0034).
 */
@ApplicationScoped
class Verifications {
  private static final String GUESSED_AT = "document ";

  private final DocumentStore store;
  private final Guesses guesses;

  Verifications(DocumentStore store, Guesses guesses) {
    this.store = store;
    this.guesses = guesses;
  }

  /**
   * The document of this number and code; empty when there is none.
   *
   * @return fails with 429 after too many wrong codes for this number from this address
   */
  Uni<Optional<Issued>> find(Address from, String typedNumber, String typedCode) {
    Optional<String> number = DocumentNumbers.read(typedNumber);
    if (number.isEmpty()) {
      return Uni.createFrom().item(Optional.empty());
    }
    String thing = GUESSED_AT + number.get();
    OptionalLong wait = guesses.mustWait(from, thing);
    if (wait.isPresent()) {
      return Uni.createFrom().failure(Guesses.mustWaitProblem(wait.getAsLong()));
    }
    byte[] code = bytes(CheckCodes.read(typedCode).orElse(""));
    return store
        .byNumber(number.get())
        .map(
            found -> found.filter(issued -> MessageDigest.isEqual(bytes(issued.checkCode()), code)))
        .invoke(
            found -> {
              if (found.isEmpty()) {
                guesses.wrong(from, thing);
              }
            });
  }

  private static byte[] bytes(String code) {
    return code.getBytes(StandardCharsets.US_ASCII);
  }
}
