package org.sunlit.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/**
 * How much is too much, on one node: several nodes together let through so many times as much.
 * Uploads are counted in megabytes begun, everything else in calls.
 */
@ConfigMapping(prefix = "sunlit.edge")
interface EdgeSettings {

  /** For whoever asks from one address; generous, for a village may share it. */
  Address address();

  /** For one account, wherever it asks from. */
  Person person();

  /** Wrong codes. */
  Guesses guesses();

  /** Addresses that stand for many people: by default one's own machine, where a proxy may be. */
  @WithDefault("127.0.0.0/8")
  List<Network> crowds();

  /** So many times as much is let through from those. */
  @WithDefault("1000")
  long crowdFactor();

  /** Limits of an address. */
  interface Address {
    @WithDefault("6000/1m")
    Rate read();

    @WithDefault("1200/1m")
    Rate search();

    @WithDefault("600/1m")
    Rate write();

    @WithDefault("120/1m")
    Rate signIn();

    @WithDefault("600/10m")
    Rate upload();
  }

  /** Limits of a person. */
  interface Person {
    @WithDefault("1200/1m")
    Rate read();

    @WithDefault("300/1m")
    Rate search();

    @WithDefault("300/1m")
    Rate write();

    @WithDefault("60/1m")
    Rate signIn();

    @WithDefault("300/10m")
    Rate upload();
  }

  /** Wrong codes until more are not looked at for a while. */
  interface Guesses {
    /** From one address for one case. */
    @WithDefault("10/10m")
    Rate pair();

    /** From one address for any case: from then on each case is one wrong code away from a wait. */
    @WithDefault("100/10m")
    Rate address();

    /** For one case from any address: from then on, too. */
    @WithDefault("100/1h")
    Rate thing();
  }
}
