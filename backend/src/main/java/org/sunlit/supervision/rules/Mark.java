package org.sunlit.supervision.rules;

import java.time.Instant;

/**
 * An event of the journal, as a finding names it: anybody with the right can look it up there.
 *
 * @param place its place in the journal
 */
public record Mark(long place, String kind, Instant at) {}
