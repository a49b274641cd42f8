/**
 * The pure rules of cards: what a finding leads to, what may be done about a card, what follows.
 */
package org.sunlit.supervision.card.rules;
