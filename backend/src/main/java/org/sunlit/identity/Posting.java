package org.sunlit.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A post with everybody who held, holds or will hold it, A in the order they came. Pure. */
public record Posting(PostRef post, List<Holder> holders) {

  public Posting {
    holders = List.copyOf(holders);
  }

  /**
   * Who acts in it at this moment: every A who is there; B only while no A is. A post without any A
   * is vacant, and B keeps it going.
   */
  public List<Holder> actingAt(Instant moment) {
    List<Holder> first = present(moment).filter(Holder::first).toList();
    return first.isEmpty() ? present(moment).filter(holder -> !holder.first()).toList() : first;
  }

  /** The post as this account acts in it at this moment; empty when it doesn't. */
  Optional<HeldPost> heldBy(String account, Instant moment) {
    return actingAt(moment).stream()
        .filter(holder -> holder.account().equals(account))
        .findFirst()
        .map(holder -> held(holder.first() ? Optional.empty() : missed(moment)));
  }

  /** The moments at which anything about its holders begins or ends. */
  Stream<Instant> bounds() {
    return holders.stream().flatMap(Holder::bounds);
  }

  private HeldPost held(Optional<Holder> missed) {
    return new HeldPost(
        post.code(),
        post.department(),
        post.region(),
        missed.map(Holder::account).orElse(null),
        missed.map(Holder::name).orElse(null),
        missed.map(Holder::nameEn).orElse(null),
        null);
  }

  private Optional<Holder> missed(Instant moment) {
    return at(moment).filter(Holder::first).findFirst();
  }

  private Stream<Holder> present(Instant moment) {
    return at(moment).filter(holder -> !holder.absentAt(moment));
  }

  private Stream<Holder> at(Instant moment) {
    return holders.stream().filter(holder -> holder.held().covers(moment));
  }
}
