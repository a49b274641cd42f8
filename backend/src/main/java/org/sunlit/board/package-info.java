/**
 * Where it shows: screens, the feed they poll, the stream they listen to, the city in numbers.
 *
 * <p>Reads the journal's public side and nothing else; what it keeps in memory can be read anew
 * from there.
 */
package org.sunlit.board;
