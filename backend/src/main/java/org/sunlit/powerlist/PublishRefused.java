package org.sunlit.powerlist;

import java.util.List;

/** A publication was refused as a whole; nothing of it was stored. */
public final class PublishRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<ItemFinding> findings;

  PublishRefused(List<ItemFinding> findings) {
    super(findings.size() + " findings, first " + findings.get(0));
    this.findings = List.copyOf(findings);
  }

  /** All that is wrong, in the order of the items. */
  public List<ItemFinding> findings() {
    return findings;
  }
}
