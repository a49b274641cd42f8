package org.sunlit.rating;

import org.sunlit.edge.Address;

/**
 * Where a request came from.
 *
 * @param staffDevice whether one of the staff has signed in with that browser
 */
public record CameFrom(Address address, boolean staffDevice) {}
