/**
 * Full-process agents (全程代办制, B21): who asked for one, who took it on, what was agreed in writing,
 * and what is done by that mandate. What an agent does to a case is {@code casework}'s, to an
 * appointment {@code appointment}'s; this room says whether they may (ADR 100).
 */
package org.sunlit.agency;
