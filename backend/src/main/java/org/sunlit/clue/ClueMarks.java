package org.sunlit.clue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.sunlit.clue.rules.ClueRules.Concern;
import org.sunlit.privacy.BlindIndex;

/**
 * Keyed hashes by which the database itself refuses that somebody handles a clue about themselves
 * or their department, without knowing whom it is about. Those of one clue have nothing in common
 * with those of another.
 */
@ApplicationScoped
class ClueMarks {
  private final BlindIndex blind;

  ClueMarks(BlindIndex blind) {
    this.blind = blind;
  }

  /** Of whom the clue is about. */
  List<String> concerned(String number, Concern about) {
    return marks(number, about.account(), about.department() == null ? "" : about.department());
  }

  /** Of an officer; the office itself is a department too. */
  List<String> officer(String number, String account, String department) {
    return marks(number, account, department == null ? "" : department);
  }

  private List<String> marks(String number, String account, String department) {
    Stream<String> person = account == null ? Stream.empty() : Stream.of("account " + account);
    return Stream.concat(person, Stream.of("department " + department))
        .map(of -> Base64.getEncoder().encodeToString(blind.tokens().of("clue " + number, of)))
        .toList();
  }

  /** Finds the letters to an account again. */
  byte[] letterTo(String account) {
    return blind.tokens().of("clue letter", account);
  }

  /** Tells one message about a letter from another. */
  String letterEvent(String of) {
    return HexFormat.of().formatHex(blind.tokens().of("clue letter event", of));
  }

  /** Finds what was handed over before: the same thing of the same room. */
  byte[] source(String kind, String reference) {
    return blind.tokens().of("clue source " + kind, reference);
  }
}
