package org.sunlit.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.sunlit.platform.CityTime;

/**
 * What an account was given, past and to come: its posts, its absences, its letters of authority.
 * In which posts it acts is worked out for a moment, so that time passing alone hands a post over
 * and back, on every node. Pure.
 */
public record Postings(List<Span> absences, List<Posting> posts, List<Letter> letters) {

  /** Of an account that was given nothing. */
  public static final Postings NONE = new Postings(List.of(), List.of(), List.of());

  /** Reads what {@code account_postings} in the database answers. */
  public static Postings read(String json) {
    return KnownAccount.read(json);
  }

  public Postings {
    absences = List.copyOf(absences);
    posts = List.copyOf(posts);
    letters = List.copyOf(letters);
  }

  /** Whether the account is away at this moment. */
  public boolean absentAt(Instant moment) {
    return absences.stream().anyMatch(absence -> absence.covers(moment));
  }

  /**
   * The posts in which the account acts at this moment: none while it is away. A letter of
   * authority counts for a chief representative only.
   */
  public Set<HeldPost> heldBy(String account, Instant moment, Set<Role> roles) {
    if (absentAt(moment)) {
      return Set.of();
    }
    Set<HeldPost> held = new HashSet<>();
    posts.forEach(posting -> posting.heldBy(account, moment).ifPresent(held::add));
    if (roles.contains(Role.CHIEF_REPRESENTATIVE)) {
      LocalDate day = LocalDate.ofInstant(moment, CityTime.ZONE);
      letters.stream()
          .filter(letter -> letter.inForce(moment, day))
          .flatMap(Letter::posts)
          .forEach(held::add);
    }
    return Set.copyOf(held);
  }

  /**
   * Until when {@link #heldBy} and {@link #absentAt} answer what they do at this moment: the first
   * moment after it at which anything begins or ends; null when nothing does any more.
   */
  Instant steadyUntil(Instant moment) {
    return Stream.of(
            absences.stream().flatMap(Span::bounds),
            posts.stream().flatMap(Posting::bounds),
            letters.stream().flatMap(Letter::bounds))
        .flatMap(bounds -> bounds)
        .filter(bound -> bound.isAfter(moment))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }
}
