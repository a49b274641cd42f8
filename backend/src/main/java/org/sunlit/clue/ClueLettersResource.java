package org.sunlit.clue;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.sunlit.api.ClueLettersApi;
import org.sunlit.api.model.ClearingWish;
import org.sunlit.api.model.ClueLetter;
import org.sunlit.clue.rules.ClearingForm;
import org.sunlit.edge.NumberCodes;
import org.sunlit.identity.Actor;
import org.sunlit.identity.CurrentActor;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** What the office has written to whoever is signed in. */
class ClueLettersResource implements ClueLettersApi {
  private final ClueLetters letters;
  private final CurrentActor currentActor;

  ClueLettersResource(ClueLetters letters, CurrentActor currentActor) {
    this.letters = letters;
    this.currentActor = currentActor;
  }

  @Override
  @Authenticated
  public Uni<List<ClueLetter>> listClueLetters() {
    return letters
        .to(currentActor.get())
        .map(found -> found.stream().map(ClueShapes::letter).toList());
  }

  @Override
  @Authenticated
  public Uni<ClueLetter> wishForClearing(String clueNumber, ClearingWish wish) {
    Actor person = currentActor.get();
    String number = NumberCodes.number(clueNumber);
    return letters
        .wish(number, ClearingForm.of(wish.getForm().toString()), person)
        .chain(() -> letters.to(person))
        .map(
            found ->
                found.stream()
                    .filter(each -> each.clue().number().equals(number))
                    .findFirst()
                    .map(ClueShapes::letter)
                    .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }
}
