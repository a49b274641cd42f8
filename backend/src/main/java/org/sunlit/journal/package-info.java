/**
 * What happened: events that are only ever added, the order they were committed in, what of them is
 * public, and the news that there are more.
 *
 * <p>Imports no feature. A feature writes through {@link org.sunlit.journal.Journal} in its own
 * transaction and reads through {@link org.sunlit.journal.JournalStream} or as a {@link
 * org.sunlit.journal.JournalFollower}.
 */
package org.sunlit.journal;
