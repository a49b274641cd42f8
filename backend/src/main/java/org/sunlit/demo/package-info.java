/**
 * 晴川市, a city that does not exist, so that a newcomer sees Sunlit at work: its departments, people,
 * items and half a year of history, and a player that lives its cases on through the same services
 * everybody uses.
 *
 * <p>Runs only where {@link org.sunlit.platform.Deployment#demo()} says so. May import any room; no
 * room imports it.
 */
package org.sunlit.demo;
