/**
 * Was it done right? The electronic supervisor (电子监察, E1–E3): it reads the journal and nothing
 * else, keeps its own small picture of each case (and of each complaint, window or month of
 * ratings, ADR 128), judges every event by rules with a legal ground, and watches the running
 * clocks. What it finds can be opened, with the events and the rule (ADR 101). The rules are pure
 * and live in {@code supervision.rules}.
 */
package org.sunlit.supervision;
