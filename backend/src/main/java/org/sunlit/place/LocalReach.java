package org.sunlit.place;

import java.util.Set;
import java.util.TreeSet;
import org.sunlit.identity.Actor;
import org.sunlit.identity.HeldPost;
import org.sunlit.identity.Reach;
import org.sunlit.identity.Role;

/**
 * Which places are somebody's own: those of the regions where they work in a post of a township or
 * village, now. Supervisors see all of them.
 *
 * @param everything whether all of them
 * @param own region codes
 */
record LocalReach(boolean everything, Set<String> own) {
  LocalReach {
    own = Set.copyOf(own);
  }

  static LocalReach of(Actor actor) {
    Set<String> own = new TreeSet<>();
    boolean local = actor.is(Role.TOWNSHIP_CLERK) || actor.is(Role.VILLAGE_AGENT);
    if (local && actor.regionCode() != null) {
      own.add(actor.regionCode());
    }
    actor.heldPosts().stream()
        .filter(post -> Reach.LOCAL_POSTS.contains(post.code()) && post.regionCode() != null)
        .map(HeldPost::regionCode)
        .forEach(own::add);
    return new LocalReach(actor.is(Role.SUPERVISOR), own);
  }

  String[] regions() {
    return own.toArray(String[]::new);
  }

  /** The regions with everything below them, as patterns: what a township looks after. */
  String[] patterns() {
    return own.stream().map(Reach::regionsLike).toArray(String[]::new);
  }
}
