package org.sunlit.joint;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Tells other rooms which cases a joint application began. */
@ApplicationScoped
public class JointCases {
  private final JointStore store;

  JointCases(JointStore store) {
    this.store = store;
  }

  /** The numbers of its cases, in its order; none for a number that isn't one. */
  public Uni<List<String>> of(String jointNumber) {
    return store
        .find(jointNumber)
        .map(found -> found.map(JointRecord::caseNumbers).orElse(List.of()));
  }
}
