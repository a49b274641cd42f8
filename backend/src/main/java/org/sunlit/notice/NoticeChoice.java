package org.sunlit.notice;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sunlit.problem.FieldProblem;
import org.sunlit.problem.Language;

/**
 * How somebody wants to be told. In-app is not a choice for what the law requires: it always stands
 * with the case.
 *
 * @param language of what is sent to them
 * @param email null when not given
 * @param required by which ways what the law requires goes out
 * @param progress by which ways they hear how it goes on; none when they don't want to
 */
public record NoticeChoice(
    Language language, String email, Set<Channel> required, Set<Channel> progress) {
  /** Of whoever hasn't chosen: by SMS, and no more than has to be. */
  public static final NoticeChoice USUAL =
      new NoticeChoice(Language.ZH_CN, null, Set.of(Channel.SMS), Set.of());

  public NoticeChoice {
    requireNonNull(language, "language");
    required = inOrder(required);
    progress = inOrder(progress);
  }

  /** The same choice is always written the same: what is sent again has to be known again. */
  private static Set<Channel> inOrder(Set<Channel> channels) {
    Set<Channel> ordered = EnumSet.noneOf(Channel.class);
    ordered.addAll(channels);
    return Collections.unmodifiableSet(ordered);
  }

  /**
   * What can't be chosen.
   *
   * @param pointer to the choice in what was sent
   */
  public List<FieldProblem> objections(String pointer) {
    boolean byMail = required.contains(Channel.EMAIL) || progress.contains(Channel.EMAIL);
    if (byMail && email == null) {
      return List.of(new FieldProblem(pointer + "/email", "notice.email-missing", List.of()));
    }
    if (!required.contains(Channel.SMS) && !required.contains(Channel.EMAIL)) {
      return List.of(new FieldProblem(pointer + "/required", "notice.required", List.of()));
    }
    return List.of();
  }
}
