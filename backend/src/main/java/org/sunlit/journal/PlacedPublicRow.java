package org.sunlit.journal;

/**
 * A public projection with its place in the journal.
 *
 * @param place 1, 2, 3 … without a gap over all events, public or not; so public rows alone may
 *     skip some
 */
public record PlacedPublicRow(long place, PublicProjection projection) {}
