package org.sunlit.rating;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sunlit.identity.Actor;
import org.sunlit.identity.HeldPost;

/** For which departments somebody answers: their own, and those of the posts they hold now. */
final class Departments {
  private Departments() {}

  static Set<String> of(Actor actor) {
    return Stream.concat(
            Stream.of(actor).map(Actor::departmentCode),
            actor.heldPosts().stream().map(HeldPost::departmentCode))
        .filter(Objects::nonNull)
        .collect(Collectors.toUnmodifiableSet());
  }
}
