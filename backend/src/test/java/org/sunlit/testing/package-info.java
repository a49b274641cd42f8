/**
 * What tests of the API stand on.
 *
 * <p>A {@code @QuarkusTest} anywhere gets a database of its own on the run's one PostgreSQL,
 * without saying so. Give REST Assured a {@link org.sunlit.testing.ContractFilter}: it fails a test
 * whose request or answer isn't what {@code openapi.yaml} says. For time, inject {@link
 * org.sunlit.platform.TravellingClock} and travel; return to now afterwards.
 */
package org.sunlit.testing;
