package org.sunlit.numbers;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;

/**
 * A room that counts something of the city. Whoever implements this is asked, and this room knows
 * nothing else of it. Only what is public, and nothing that tells of a single person.
 */
public interface NumberSource {

  /**
   * What happened in a period, month by month; a month in which nothing did may be left out.
   *
   * @param first the first day
   * @param last the last, which counts too
   */
  default Uni<List<CityNumber>> count(LocalDate first, LocalDate last) {
    return Uni.createFrom().item(List.of());
  }

  /** What is so at this moment. */
  default Uni<List<CityNumber>> now() {
    return Uni.createFrom().item(List.of());
  }
}
