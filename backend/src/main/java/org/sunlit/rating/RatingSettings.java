package org.sunlit.rating;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sunlit.edge.Address;
import org.sunlit.edge.Network;
import org.sunlit.rating.rules.SignLimits;

/** What a city decides about ratings. */
@ConfigMapping(prefix = "sunlit.rating")
interface RatingSettings {
  /** How long after its end a case can be rated. */
  @WithDefault("P30D")
  Duration openFor();

  /** A case that ended longer ago is asked about no more. */
  @WithDefault("P3D")
  Duration inviteWithin();

  /** How long a case stands on the terminals after its end. */
  @WithDefault("PT2H")
  Duration terminalShows();

  /** So many ratings of a month have to come together for a department's figures to be shown. */
  @WithDefault("5")
  int minimum();

  /** Working days for the department to put right what was rated as bad. */
  @WithDefault("10")
  int answerDays();

  /** Working days for the citizen to say whether it is. */
  @WithDefault("10")
  int confirmDays();

  /** Where this Sunlit is reached, such as {@code https://sunlit.example.org}, for messages. */
  Optional<String> publicAddress();

  /** Addresses of the offices: a rating from there that is not from a terminal is looked into. */
  Optional<List<Network>> staffNetworks();

  /** See {@link SignLimits}. */
  @WithDefault("5")
  int burst();

  @WithDefault("PT10M")
  Duration burstWithin();

  @WithDefault("PT20S")
  Duration tooSoon();

  @WithDefault("20")
  int streak();

  default SignLimits signs() {
    return new SignLimits(burst(), burstWithin(), tooSoon(), streak());
  }

  default boolean isOfTheOffices(Address from) {
    return staffNetworks().orElse(List.of()).stream().anyMatch(network -> network.contains(from));
  }
}
