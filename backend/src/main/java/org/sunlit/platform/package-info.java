/**
 * What everything stands on: the embedded PostgreSQL and the main that starts it, transactions, the
 * one clock, idempotent commands, and the way pages and files are served.
 *
 * <p>Imports no feature.
 */
package org.sunlit.platform;
